using System.Collections.Frozen;

namespace Ingest.Extractors.Citations.Labelling;

[Flags]
internal enum WordClasses
{
    None = 0, Month = 1, Editor = 2, Volume = 4, Issue = 8, Page = 16, Genre = 32, Note = 64, Publisher = 128, Container = 256, Place = 512,
    Society = 1024, Function = 2048, Particle = 4096, Suffix = 8192, Identifier = 16384, Edition = 32768, JournalWord = 65536,
    Given = 1 << 17, City = 1 << 18, Imprint = 1 << 19, Link = 1 << 20, Topic = 1 << 21,
}

/// <summary>Small word lists: what a word in a reference usually does. Lower case, without the punctuation around it.</summary>
internal static class ReferenceWords
{
    private static readonly FrozenDictionary<string, WordClasses> Words = Build();
    private static readonly FrozenDictionary<string, WordClasses>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static WordClasses Of(ReadOnlySpan<char> lowerWord) => Lookup.TryGetValue(lowerWord, out WordClasses found) ? found : WordClasses.None;

    private static FrozenDictionary<string, WordClasses> Build()
    {
        var words = new Dictionary<string, WordClasses>();
        Add(WordClasses.Month, """
            january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
            spring summer fall autumn winter janvier février mars avril mai juin juillet août septembre octobre novembre décembre januar februar
            märz juni juli oktober dezember enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
            """);
        Add(WordClasses.Editor, "ed eds edited editor editors édition éd éds hrsg hg herausgegeben org orgs coord trans translated translator übers dir");
        Add(WordClasses.Volume, "vol vols volume volumes bd band bde tome tom t v jahrgang jg");
        Add(WordClasses.Issue, "no nr num number issue iss heft suppl supplement supp part pt fasc n° spec");
        Add(WordClasses.Page, "p pp pg pgs page pages s seite seiten págs pag");
        Add(WordClasses.Genre, """
            thesis dissertation phd ph.d master's masters mémoire thèse diplomarbeit report technical tech rep working paper preprint memo manuscript
            unpublished poster presentation abstract bulletin opinion guideline guidelines statement factsheet brochure pamphlet interview film
            label insert information pi package prescribing
            """);
        Add(WordClasses.Note, """
            accessed access retrieved available cited updated reviewed viewed online internet epub ahead print published reaffirmed revised from
            at last current through literature website web site database zugriff abgerufen consulté disponible copyright rights reserved in-press
            forthcoming press submitted accepted appear effective released
            """);
        Add(WordClasses.Publisher, """
            press university univ publisher publishers publishing publications verlag elsevier springer wiley mcgraw-hill harper routledge sage sons
            books house presses editions éditions editorial inc ltd llc corp corporation gmbh company co macmillan norton penguin prentice hall
            addison-wesley kluwer birkhäuser academic saunders mosby lippincott
            """);
        Add(WordClasses.Container, """
            journal journals j proceedings proc conference conf symposium symp workshop transactions trans annals ann archives arch review reviews
            rev revue revista zeitschrift bulletin bull letters lett magazine newspaper times encyclopedia handbook advances adv acta lecture notes
            international annual meeting congress studies quarterly
            """);
        Add(WordClasses.JournalWord, """
            med medicine clin clinical oncol oncology surg surgery surgical genet genetics genomics biol biology mol molecular sci science sciences
            res research cardiol cardiology neurol neurology psychiatry radiol radiology gastroenterol gastroenterology hepatol hepatology
            urol urology nephrol dermatol dermatology ophthalmol ophthalmology pediatr pediatrics obstet gynecol obstetrics gynecology endocrinol
            rheumatol rheumatology hematol haematol haematology immunol immunology allergy pathol pathology pharmacol pharmacother ther therapy
            therapeutics lancet jama nejm bmj plos circulation chest gut blood cancer cancers stroke diabetes spine pain sleep heart lung thorax
            nature cell neuron leukemia lymphoma nucleic nat natl inst proc acad n engl am amer eur br brit int intern can aust scand jpn chin
            invest cochrane database syst front transl transplant vasc interv cardiovasc thorac orthop arthritis rheum dis disord metab nutr
            diagn prenat hum eng phys chem appl soc math comput psychol educ anal theor commun technol assess health care econ qual outcomes
            manag spec pharm acta oncologist bone joint muscle nerve crit emerg infect microbiol virol
            """);
        Add(WordClasses.Place, """
            new york london paris berlin cambridge oxford chicago boston philadelphia washington baltimore toronto amsterdam münchen munich
            frankfurt wien vienna zürich zurich rome roma milano madrid barcelona tokyo beijing ny ma ca dc md pa il nj tx wa uk usa u.s.a u.k
            england france germany canada berkeley stanford princeton bethesda rockville atlanta seattle geneva dordrecht heidelberg stuttgart
            leipzig hamburg göttingen tübingen new-york
            """);
        Add(WordClasses.Society, """
            association american national society college academy institute institutes center centers centre department federation foundation
            network committee subcommittee council board administration agency organization organisation commission task force group services service system
            systems blue cross shield medicare medicaid hayes uptodate nccn cms fda nih cdc nice ahrq bcbsa
            """);
        Add(WordClasses.Function, """
            a an the of in on for and or with without to by from as is are be between among versus vs after before during at its their using
            into than that this which who what how when where not no
            """);
        Add(WordClasses.Particle, "van von der den de del della di da dos la le du ten ter af zu zur mac mc st el al bin ibn");
        Add(WordClasses.Suffix, "jr sr ii iii iv 2nd 3rd md phd");
        Add(WordClasses.Identifier, "doi pmid pmcid pmc isbn issn nct pubmed arxiv hal");
        Add(WordClasses.Edition, "edition ed edn aufl auflage rev revised 1st 2nd 3rd 4th 5th first second third version");
        AddListed();
        return words.ToFrozenDictionary();

        void AddListed()
        {
            using Stream data = typeof(ReferenceWords).Assembly.GetManifestResourceStream("reference-words.lst")!;
            using var reader = new StreamReader(data);
            var kind = WordClasses.None;
            while (reader.ReadLine() is { } line)
            {
                if (line.Length == 0 || line[0] == '#') continue;
                if (line[0] != '[') Add(kind, line);
                else
                {
                    kind = line switch
                    {
                        "[given]" => WordClasses.Given,
                        "[place]" => WordClasses.City,
                        "[publishing]" => WordClasses.Imprint,
                        "[function]" => WordClasses.Link,
                        "[thing]" => WordClasses.Topic,
                        _ => throw new InvalidDataException($"Words have no section {line}."),
                    };
                }
            }
        }

        void Add(WordClasses kind, string list)
        {
            foreach (string word in list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                words[word] = words.GetValueOrDefault(word) | kind;
            }
        }
    }
}
