using System.Diagnostics;
using Ingest.Extractors.Clearances;
using Ingest.Extractors.Codes;
using Ingest.Extractors.Guidelines;
using Ingest.Extractors.Sections;
using Ingest.Extractors.Trials;

namespace Ingest.Extractors.Tests.Codes;

/// <summary>No text makes the extractors of this folder and its neighbours throw, or take more than time in proportion to its length.</summary>
public class HostileTextTests
{
    public static TheoryData<string> Pieces =>
    [
        "81400-", "81400 ", "(81400 ", "0001U,", "A1234.", "IIIIII ", "A-", "Society of A-A ", "K123456 (", "NCT01234567 ", "Code:", "not covered if ", "(e.g., ", "Z36.x", "1-800-",
        "10.1000/", "(((", "• ", "\t", "CPT ", "Effective 01/01/2020 (", "In 2020 the A ", "a, ", "12 Dec 2020 ",
    ];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Repeated_pieces_are_read_in_time(string piece)
    {
        string run = string.Concat(Enumerable.Repeat(piece, 16_000 / piece.Length));
        SectionedPolicy policy = PolicyText.Read($"# Codes {"{Coding}"}\n\n81400 {run}\n\n# Coverage {"{Coverage}"}\n\n{run}\n\n# Guidelines {"{Guidelines}"}\n\n{run}\n\n# Status {"{Regulatory}"}\n\nFDA cleared {run}");
        long started = Stopwatch.GetTimestamp();
        new CodeExtractor().Extract(policy, PolicyFacts.None);
        new TrialExtractor().Extract(policy, PolicyFacts.None);
        new ClearanceExtractor().Extract(policy, PolicyFacts.None);
        new GuidelineExtractor().Extract(policy, PolicyFacts.None);
        // Generous, for machines under load; what backtracks takes minutes.
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }
}
