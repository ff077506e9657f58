namespace Ingest.Store.Tests;

public class VerifierTests
{
    private static string[] Problems(TemporaryStore temporary)
    {
        using StoreVerifier verifier = StoreVerifier.Open(temporary.Path);
        return [.. verifier.Run(default).SelectMany(c => c.Problems.Select(p => $"{c.Name}: {p}"))];
    }

    [Fact]
    public void A_sound_store_has_no_problems_and_each_damage_is_told_at_its_place()
    {
        using var temporary = new TemporaryStore();
        IncomingVersion incoming = new SamplePolicy { Preamble = "\U0001F9EC\n" }.Build();
        temporary.Store.Originals.Keep(incoming.Sha256, System.Text.Encoding.UTF8.GetBytes(incoming.Policy.Text));
        temporary.Store.Save(incoming);
        Problems(temporary).ShouldBeEmpty();

        (string Damage, string Repair, string Told)[] damages =
        [
            ("UPDATE code SET span_start = span_start - 3", "UPDATE code SET span_start = span_start + 3", ""),
            ("UPDATE code SET span_start = span_start + 3", "UPDATE code SET span_start = span_start - 3", "codes_all"),
            ("UPDATE code SET span_end = span_end + 100000", "UPDATE code SET span_end = span_end - 100000", "is not in the text"),
            ("UPDATE version SET is_current = 0", "UPDATE version SET is_current = 1", "current"),
            ("DELETE FROM section_search", "INSERT INTO section_search (rowid, title, heading, body) SELECT s.section_id, NULL, s.heading, substr(t.text, s.span_start + 1, s.span_end - s.span_start) FROM section s JOIN document_text t USING (version_id)", "search"),
            ("UPDATE code SET section_id = 999", "UPDATE code SET section_id = (SELECT section_id FROM section)", "references"),
        ];
        foreach ((string damage, string repair, string told) in damages)
        {
            temporary.Execute("PRAGMA foreign_keys = 0; " + damage);
            if (told.Length > 0) Problems(temporary).ShouldContain(p => p.Contains(told, StringComparison.Ordinal), damage);
            temporary.Execute("PRAGMA foreign_keys = 0; " + repair);
            Problems(temporary).ShouldBeEmpty(repair);
        }
        File.AppendAllText(temporary.Store.Originals.PathOf(incoming.Sha256), "x");
        Problems(temporary).ShouldHaveSingleItem().ShouldContain("is not the file that was stored");
        File.Delete(temporary.Store.Originals.PathOf(incoming.Sha256));
        Problems(temporary).ShouldHaveSingleItem().ShouldContain("missing");
    }
}
