using Ingest.Benchmarks.Citations;
using Ingest.Benchmarks.Pdf;

// One verb a measurement; each prints a table and says how it was taken.
return args switch
{
    ["words", string folder] => WordAgreement.Run(folder, PdfTexts.Words),
    ["words", string folder, "--canonical"] => WordAgreement.Run(folder, PdfTexts.Canonical),
    ["words", string folder, "--engine"] => WordAgreement.Run(folder, PdfTexts.Engine),
    ["outcomes", string folder, ..] => Outcomes.Run(folder),
    ["speed", string folder] => Speed.Run(folder),
    ["speed-once", string folder] => Speed.Once(folder),
    ["text", string file] => Print(PdfTexts.Words(file)),
    ["citation-folds", var path, .. var rest] => FoldsReport.Run(path, rest),
    ["citation-train", .. var rest] => ModelTraining.Run(rest),
    ["citation-throughput", .. var rest] => Throughput.Run(rest),
    _ => Usage(),
};

static int Print(string? text)
{
    Console.WriteLine(text ?? "(does not open)");
    return text is null ? 1 : 0;
}

static int Usage()
{
    Console.Error.WriteLine("""
        usage: Benchmarks NAME …
          words FOLDER [--canonical|--engine] words of PDFs, page by page, against those of pdftotext -raw
          outcomes FOLDER                     what becomes of each PDF: outcome, time, memory, agreement
          speed FOLDER                        PDFs to blocks on one thread against pdftotext -layout
          text FILE                           words of a PDF in the order of its content
          citation-folds XML [--also XML]     five-fold scores over a tagged set; --also adds a set that is never trained on
          citation-train [--xml XML] OUT      trains the reference model on our own strings and the tagged set
          citation-throughput [--count N]     reference strings a second on all cores
        """);
    return 2;
}
