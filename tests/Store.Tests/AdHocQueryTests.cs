namespace Ingest.Store.Tests;

public class AdHocQueryTests
{
    private static List<object?[]> Ask(TemporaryStore temporary, string sql, double seconds = 10)
    {
        using AdHocQuery query = AdHocQuery.Run(temporary.Path, sql, TimeSpan.FromSeconds(seconds), default);
        return [.. query.Rows()];
    }

    [Fact]
    public void Answers_and_never_writes()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save(new SamplePolicy().Build());
        Ask(temporary, "SELECT policy_number, NULL FROM policies").Single().ShouldBe(["HH-12", null]);
        string before = temporary.Counts();
        foreach (string sql in new[]
        {
            "DELETE FROM policy", "PRAGMA query_only = 0; DELETE FROM policy", "PRAGMA writable_schema = 1; DELETE FROM sqlite_master", "DROP VIEW policies",
            "UPDATE version SET title = 'x'", "VACUUM", "ATTACH 'other.db' AS other", "SELECT 1; INSERT INTO run (command, started_at, status) VALUES ('x', 'y', 'z')",
        })
        {
            try
            {
                Ask(temporary, sql);
            }
            catch (QueryException)
            {
                // Refusing is one right answer; what counts is that nothing was written.
            }
            temporary.Counts().ShouldBe(before, sql);
        }
        Should.Throw<QueryException>(() => Ask(temporary, "DELETE FROM policy")).Message.ShouldContain("only read");
        Should.Throw<QueryException>(() => Ask(temporary, "SELEC 1")).Message.ShouldContain("syntax");
        Should.Throw<QueryException>(() => Ask(temporary, "SELECT zeroblob(1000000000)"));
        Should.Throw<QueryException>(() => Ask(temporary, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n", 0.1)).Message.ShouldContain("longer");
    }
}
