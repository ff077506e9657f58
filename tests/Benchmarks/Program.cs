using Ingest.Benchmarks.Pdf;

// One verb a measurement; each prints a table and says how it was taken.
return args switch
{
    ["words", string folder, ..] => WordAgreement.Run(folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Benchmarks words FOLDER    words of PDFs against those of pdftotext -raw");
    return 2;
}
