using System.Globalization;
using System.Numerics;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Learning;

namespace Ingest.Extractors.Citations.Labelling;

/// <summary>
/// Features of the tokens of a reference: the word, its form, what stands round it, and where in the reference it stands. Any change here
/// changes <see cref="Schema"/> and asks for a new model.
/// </summary>
public static class ReferenceFeatures
{
    public const string Schema = "reference-tokens-1";

    /// <summary>Kinds of step between tokens: by the punctuation that the step goes over.</summary>
    public const int Edges = 8;

    private static readonly Templates T = new();

    /// <summary>Fills <paramref name="into"/>, which is cleared first, with an item for each token.</summary>
    public static void Fill(string text, IReadOnlyList<SourceSpan> tokens, FeatureSequence into)
    {
        into.Clear();
        int count = tokens.Count;
        var facets = new TokenFacets[count];
        for (int i = 0; i < count; i++) facets[i] = TokenFacets.Of(text, tokens[i]);
        var layout = ReferenceLayout.Of(text, tokens, facets);
        for (int i = 0; i < count; i++)
        {
            into.NextItem(i == 0 ? (byte)0 : Edge(facets[i - 1], facets[i]));
            AddOwn(facets[i], into);
            AddNeighbours(facets, i, into);
            AddPlace(facets, layout, i, into);
        }
    }

    private static byte Edge(in TokenFacets before, in TokenFacets here) => before.End switch
    {
        '.' or '?' or '!' => before.IsInitials ? (byte)1 : (byte)2,
        ',' => 3,
        ';' or ':' => 4,
        ')' or ']' => 5,
        '"' => 6,
        _ => here.Start is '(' or '[' or '"' ? (byte)7 : (byte)0,
    };

    private static void AddOwn(in TokenFacets f, FeatureSequence into)
    {
        into.Add(T.Word.With(f.Word));
        into.Add(T.WordEnd.With(f.Word, f.End));
        into.Add(T.Shape.With(f.Shape));
        into.Add(T.Form.With(f.Form, f.End));
        into.Add(T.Start.With(f.Start));
        into.Add(T.End.With(f.End));
        into.Add(T.Prefix2.With(f.Prefix2));
        into.Add(T.Prefix3.With(f.Prefix3));
        into.Add(T.Suffix2.With(f.Suffix2));
        into.Add(T.Suffix3.With(f.Suffix3));
        into.Add(T.Suffix4.With(f.Suffix4));
        for (uint classes = (uint)f.Classes; classes != 0; classes &= classes - 1)
        {
            into.Add(T.Class.With((ulong)BitOperations.TrailingZeroCount(classes), f.End == '.' ? 1u : 0u));
        }
    }

    private static void AddNeighbours(TokenFacets[] facets, int i, FeatureSequence into)
    {
        ref readonly TokenFacets here = ref facets[i];
        TokenFacets before = i > 0 ? facets[i - 1] : TokenFacets.Outside, after = i + 1 < facets.Length ? facets[i + 1] : TokenFacets.Outside;
        TokenFacets before2 = i > 1 ? facets[i - 2] : TokenFacets.Outside, after2 = i + 2 < facets.Length ? facets[i + 2] : TokenFacets.Outside;
        into.Add(T.WordBefore.With(before.Word));
        into.Add(T.WordAfter.With(after.Word));
        into.Add(T.ShapeBefore.With(before.Shape));
        into.Add(T.ShapeAfter.With(after.Shape));
        into.Add(T.FormBefore2.With(before2.Form, before2.End));
        into.Add(T.FormAfter2.With(after2.Form, after2.End));
        into.Add(T.EndBefore.With(before.End, here.Form));
        into.Add(T.FormPair.With(before.Form * 64 + here.Form, here.End));
        into.Add(T.FormPairAfter.With(here.Form * 64 + after.Form, after.End));
        into.Add(T.FormTriple.With((before.Form * 64 + here.Form) * 64 + after.Form, (ulong)(before.End * 65536 + here.End)));
        into.Add(T.WordPair.With(before.Word, here.Word));
        into.Add(T.ClassesAround.With((ulong)before.Classes, (ulong)after.Classes));
    }

    private static void AddPlace(TokenFacets[] facets, ReferenceLayout layout, int i, FeatureSequence into)
    {
        ref readonly TokenFacets here = ref facets[i];
        ref readonly TokenPlace place = ref layout.Places[i];
        into.Add(T.Decile.With((ulong)(i * 10 / facets.Length), here.Form));
        if (i < 3) into.Add(T.FromStart.With((ulong)i, here.Form));
        if (facets.Length - i <= 3) into.Add(T.FromEnd.With((ulong)(facets.Length - i), here.Form));
        into.Add(T.Sentence.With(place.Sentence, place.SentenceKind));
        into.Add(T.SentenceNext.With(place.NextSentenceForm, place.SentenceLength));
        into.Add(T.SentenceSpot.With(place.IntoSentence, place.LeftInSentence));
        into.Add(T.SentenceKind.With(place.SentenceKind, place.NextSentenceForm));
        into.Add(T.KindBefore.With(place.SentenceKind, place.KindBefore));
        into.Add(T.KindAfter.With(place.SentenceKind, place.KindAfter));
        into.Add(T.Flags.With(place.Flags, here.Form));
        into.Add(T.FlagsSentence.With(place.Flags, place.Sentence));
        into.Add(T.Clause.With(place.ClauseNextForm, place.ClauseLength));
        into.Add(T.Journal.With(place.Journal, here.Form));
        into.Add(T.Style.With(layout.Style, place.Sentence * 64 + here.Form));
    }

    private sealed class Templates
    {
        public readonly Template Word = new("w"), WordEnd = new("w,e"), Shape = new("s"), Form = new("f"), Start = new("a"), End = new("e"),
            Prefix2 = new("p2"), Prefix3 = new("p3"), Suffix2 = new("s2"), Suffix3 = new("s3"), Suffix4 = new("s4"), Class = new("c"),
            WordBefore = new("w-1"), WordAfter = new("w+1"), ShapeBefore = new("s-1"), ShapeAfter = new("s+1"), FormBefore2 = new("f-2"),
            FormAfter2 = new("f+2"), EndBefore = new("e-1"), FormPair = new("f-1,f"), FormPairAfter = new("f,f+1"), FormTriple = new("f-1,f,f+1"),
            WordPair = new("w-1,w"), ClassesAround = new("c-1,c+1"), Decile = new("d"), FromStart = new("i"), FromEnd = new("n"),
            Sentence = new("S"), SentenceNext = new("S>"), SentenceSpot = new("S@"), SentenceKind = new("Sk"), KindBefore = new("Sk-1"),
            KindAfter = new("Sk+1"), Flags = new("F"), FlagsSentence = new("FS"), Clause = new("C"), Journal = new("J"), Style = new("Y");
    }

    /// <summary>A feature's name, ready to take values.</summary>
    private readonly struct Template(string name)
    {
        private readonly ulong _key = FeatureKey.Template(name);

        public ulong With(ulong value) => FeatureKey.Extend(_key, value);

        public ulong With(ulong value, ulong second) => FeatureKey.Extend(FeatureKey.Extend(_key, value), second);
    }
}
