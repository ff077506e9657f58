using Ingest.Extractors.Documents;
using Ingest.Readers;

namespace Ingest.Cli.Tests.Conformance;

/// <summary>
/// What every reader owes its callers. A new format subclasses this with an example of a policy; the laws then hold for it too: blocks lie
/// apart and in order in the text, the same bytes give the same document, and any bytes give an outcome with a reason.
/// </summary>
public abstract class DocumentReaderConformanceTests
{
    private const int Seed = 20261121;

    /// <summary>A document of the format: a heading "Coverage", and a paragraph with "widgets are covered", at least 40 words.</summary>
    protected abstract byte[] Example { get; }

    /// <summary>The name it might come under; only a hint.</summary>
    protected abstract string Name { get; }

    private protected abstract IDocumentReader Reader { get; }

    /// <summary>Words enough for a policy, for <see cref="Example"/>.</summary>
    protected static string Words { get; } = string.Join(' ', Enumerable.Repeat("In adults with wear, widgets are covered where two films show it.", 8));

    private ReadResult Read(byte[] bytes) => Reader.Read(new SourceFile(Name, bytes), CancellationToken.None);

    [Fact]
    public void It_recognises_its_own_whatever_the_name() => Reader.Recognises(new SourceFile("download", Example)).ShouldBeTrue();

    [Fact]
    public void The_example_is_read()
    {
        PolicyDocument document = Read(Example).ShouldBeOfType<ReadResult.Read>().Document;
        document.MediaType.ShouldNotBeEmpty();
        document.Text.ShouldContain("widgets are covered");
        document.Blocks.OfType<HeadingBlock>().Select(b => document.Slice(b.Span)).ShouldContain("Coverage");
    }

    [Fact]
    public void The_same_bytes_give_the_same_document()
    {
        PolicyDocument one = Read(Example).ShouldBeOfType<ReadResult.Read>().Document, two = Read(Example).ShouldBeOfType<ReadResult.Read>().Document;
        two.Text.ShouldBe(one.Text);
        two.Blocks.Select(b => (b.GetType(), b.Span)).ShouldBe(one.Blocks.Select(b => (b.GetType(), b.Span)));
    }

    [Fact]
    public void Cut_anywhere_it_gives_an_outcome()
    {
        byte[] example = Example;
        for (int cut = 0; cut < example.Length; cut += Math.Max(1, example.Length / 40)) Lawful(Read(example[..cut]));
    }

    [Fact]
    public void Changed_anywhere_it_gives_an_outcome()
    {
        var random = new Random(Seed);
        for (int round = 0; round < 60; round++)
        {
            byte[] bytes = [.. Example];
            for (int change = 0; change < 1 + round / 4; change++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Lawful(Read(bytes));
        }
    }

    [Fact]
    public void Any_bytes_give_an_outcome()
    {
        var random = new Random(Seed);
        for (int round = 0; round < 20; round++)
        {
            byte[] bytes = new byte[random.Next(2000)];
            random.NextBytes(bytes);
            Lawful(Read(bytes));
        }
    }

    [Fact]
    public void Cancellation_passes_through()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Should.Throw<OperationCanceledException>(() => Reader.Read(new SourceFile(Name, Example), cancelled.Token));
    }

    private static void Lawful(ReadResult result)
    {
        if (result is ReadResult.Failed failed)
        {
            failed.Rule.ShouldMatch("^[a-z]+(?:-[a-z]+)*$");
            failed.Reason.ShouldNotBeEmpty();
            return;
        }
        PolicyDocument document = ((ReadResult.Read)result).Document;
        int end = 0;
        foreach (Block block in document.Blocks)
        {
            block.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
            block.Span.End.ShouldBeInRange(block.Span.Start + 1, document.Text.Length);
            end = block.Span.End;
        }
    }
}
