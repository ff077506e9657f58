using System.CommandLine;
using Ingest.Store;

namespace Ingest.Commands;

/// <summary><c>ingest codes CODE…</c></summary>
internal static class CodesCommand
{
    public static Command Create()
    {
        var codes = new Argument<string[]>("CODE") { Description = "Codes; C50* for all that begin so.", Arity = ArgumentArity.OneOrMore };
        return new Command("codes", "Tell which policies list a code, with the stance, by payer.") { codes }
            .WithExamples("ingest codes 81162 81163", "ingest codes 'C50*' --json")
            .Does(context =>
            {
                using PolicyReader reader = PolicyReader.Open(context.Database);
                var found = context.Get(codes)!.Select(code => (Code: code, Rows: SectionSearch.Codes(reader, code))).ToList();
                if (context.Json)
                {
                    JsonOutput.WriteArray(context.Out, found.SelectMany(f => f.Rows));
                    return ExitCode.Done;
                }
                TextPage page = TextPage.For(context);
                foreach ((string code, IReadOnlyList<StoreRow> rows) in found)
                {
                    page.Line(page.Bold(rows.Count == 0 ? $"{code}: no policy lists it" : $"{code}: {rows.Select(r => r.Text("policy_id")).Distinct().Count()} policies of {rows.Select(r => r.Text("payer")).Distinct().Count()} payers"));
                    if (rows.Count == 0) continue;
                    page.Table(
                        ["payer", "policy", "title", "code", "stance", "description", "page"],
                        rows.Select(r => (IReadOnlyList<string?>)
                        [
                            r.Text("payer"), PolicyReader.Reference(r), r.Text("title"),
                            r.Text("code_end") is { } end ? $"{r.Text("code")}–{end}" : r.Text("code"),
                            (r.Text("stance") ?? (r.Text("policy_stance") is { } whole ? $"(policy: {whole})" : null))?.Replace('_', ' '), r.Text("description"), r.Text("page"),
                        ]),
                        widest: 40, indent: "  ");
                }
                return ExitCode.Done;
            });
    }
}
