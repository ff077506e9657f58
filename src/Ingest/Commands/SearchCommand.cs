using System.CommandLine;
using Ingest.Store;

namespace Ingest.Commands;

/// <summary><c>ingest search TEXT</c></summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var text = new Argument<string[]>("TEXT") { Description = "Words, \"phrases\", prefix*, AND, OR, NOT.", Arity = ArgumentArity.OneOrMore };
        var payer = new Option<string>("--payer") { Description = "Slug, or part of the name." };
        var stance = new Option<string>("--stance") { Description = "A stance that the policy takes (investigational, …)." };
        var kind = new Option<string>("--kind") { Description = "Kind of section (coverage, evidence, …)." };
        var code = new Option<string>("--code") { Description = "A code that the policy lists." };
        var since = new Option<string>("--since") { Description = "Effective, revised or reviewed from this date on.", HelpName = "DATE" };
        var limit = new Option<int>("--limit") { Description = "At most so many hits.", DefaultValueFactory = _ => 20 };
        return new Command("search", "Find sections of policies by their words.") { text, payer, stance, kind, code, since, limit }
            .WithExamples("ingest search liquid biopsy", "ingest search '\"whole exome\" OR genome' --kind coverage --stance investigational", "ingest search BRCA --code 81162 --since 2024-01")
            .Does(context =>
            {
                using PolicyReader reader = PolicyReader.Open(context.Database);
                IReadOnlyList<StoreRow> hits = SectionSearch.Run(reader, new(
                    string.Join(' ', context.Get(text)!), context.Get(payer), context.Get(stance), context.Get(kind), context.Get(code),
                    Dates.Checked(context.Get(since)), context.Get(limit)));
                if (context.Json) JsonOutput.WriteArray(context.Out, hits.Select(Plain));
                else Write(TextPage.For(context), hits, context.Get(limit));
                return ExitCode.Done;
            });
    }

    private static void Write(TextPage page, IReadOnlyList<StoreRow> hits, int limit)
    {
        foreach (StoreRow hit in hits)
        {
            page.Line($"{page.Bold(hit.Text("title") ?? "(no title)")}  {page.Dim(PolicyReader.Reference(hit))}");
            string place = hit.Text("page") is { } number ? $", p. {number}" : "";
            page.Line(page.Dim($"  {hit.Text("payer") ?? "payer not found"} · {hit.Text("heading") ?? "(before the first heading)"} [{hit.Text("kind")}]{place}"));
            string snippet = hit.Text("snippet")!;
            string[] parts = snippet.Split(SectionSearch.HitStart);
            page.Wrapped("  ", parts[0] + string.Concat(parts.Skip(1).Select(p => p.Split(SectionSearch.HitEnd, 2) is [var mark, var rest] ? page.Bold(mark) + rest : p)));
        }
        page.Line(hits.Count == 0 ? "Nothing found." : hits.Count == limit ? $"The first {hits.Count} hits (--limit for more)." : $"{hits.Count} hit(s).");
    }

    private static Dictionary<string, object?> Plain(StoreRow hit) => hit.ToDictionary(
        c => c.Key,
        c => c.Key == "snippet" ? hit.Text("snippet")!.Replace(SectionSearch.HitStart.ToString(), "", StringComparison.Ordinal).Replace(SectionSearch.HitEnd.ToString(), "", StringComparison.Ordinal) : c.Value);
}
