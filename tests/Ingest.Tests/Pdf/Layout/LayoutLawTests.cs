using Ingest.Extractors.Documents;
using Ingest.Readers;
using Ingest.Readers.Pdf;

namespace Ingest.Cli.Tests.Pdf.Layout;

public class LayoutLawTests
{
    /// <summary>Pages of random pieces, every word another, so that each must come back once and no more.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Every_word_of_random_pages_comes_back_once(int seed)
    {
        Random random = new(seed);
        List<string> words = [];
        PageSketch[] pages = [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => RandomPage(random, words))];
        PolicyDocument document = new SketchFile(pages).Document();
        LayoutLaws.Hold(document);
        string[] read = document.Text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        read.Order(StringComparer.Ordinal).ShouldBe(words.Order(StringComparer.Ordinal));
    }

    private static PageSketch RandomPage(Random random, List<string> words)
    {
        PageSketch page = new();
        double y = 60 + random.Next(60);
        while (y < 720)
        {
            int kind = random.Next(5);
            double left = 60 + (18 * random.Next(4));
            if (kind == 4)
            {
                double[] xs = [left, left + 120, left + 300], ys = [y, y + 20, y + 40, y + 60];
                page.Grid(xs, ys);
                for (int cell = 0; cell < 6; cell++) page.Text(xs[cell % 2] + 4, ys[cell / 2] + 14, Words(random, words, 1 + random.Next(3)));
                y += 90;
                continue;
            }
            int lines = kind == 0 ? 1 : 1 + random.Next(4);
            for (int i = 0; i < lines; i++)
            {
                page.Text(left, y, Words(random, words, 1 + random.Next(10)), bold: kind == 0);
                y += 12;
            }
            y += 8 + random.Next(20);
        }
        return page;
    }

    private static string Words(Random random, List<string> words, int count)
    {
        List<string> line = [];
        for (int i = 0; i < count; i++)
        {
            string word = $"{(random.Next(3) == 0 ? 'W' : 'w')}{words.Count}{(random.Next(6) == 0 ? "." : "x")}";
            words.Add(word);
            line.Add(word);
        }
        return string.Join(' ', line);
    }

    /// <summary>The same laws over real policies, where they are at hand; nothing of them is kept here.</summary>
    [Fact]
    public void Laws_hold_for_real_documents()
    {
        string? folder = Shared("real");
        if (folder is null) return;
        PdfReader reader = new(new PdfEngine());
        foreach (string file in Directory.GetFiles(folder, "*.pdf").Order(StringComparer.Ordinal).Where((_, i) => i % 8 == 0))
        {
            ReadResult result = reader.Read(new SourceFile(file, File.ReadAllBytes(file)), CancellationToken.None);
            LayoutLaws.Hold(result.ShouldBeOfType<ReadResult.Read>().Document);
        }
    }

    private static string? Shared(string name)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "shared", name);
            if (Directory.Exists(folder)) return folder;
        }
        return null;
    }
}
