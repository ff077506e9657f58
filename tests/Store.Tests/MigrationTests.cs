using Microsoft.Data.Sqlite;

namespace Ingest.Store.Tests;

public class MigrationTests
{
    [Fact]
    public void Every_step_is_recorded_by_name_in_order_and_done_once()
    {
        using var temporary = new TemporaryStore();
        _ = temporary.Store;
        string[] first = [.. temporary.Query("SELECT name || ' ' || applied_at AS row FROM migration ORDER BY name").Select(r => (string)r.row)];
        first[0].ShouldStartWith("001-");
        temporary.Close();
        _ = temporary.Store;
        temporary.Query("SELECT name || ' ' || applied_at AS row FROM migration ORDER BY name").Select(r => (string)r.row).ShouldBe(first);
        temporary.Value<string>("PRAGMA journal_mode").ShouldBe("wal");
    }

    [Fact]
    public void A_store_of_a_newer_build_is_refused_and_left_alone()
    {
        using var temporary = new TemporaryStore();
        _ = temporary.Store;
        temporary.Close();
        temporary.Execute("INSERT INTO migration VALUES ('999-of-tomorrow', '2030-01-01')");
        Should.Throw<StoreException>(() => temporary.Store).Message.ShouldContain("newer");
        Should.Throw<StoreException>(() => PolicyReader.Open(temporary.Path)).Message.ShouldContain("999-of-tomorrow");
    }

    [Fact]
    public void A_database_of_something_else_is_refused()
    {
        using var temporary = new TemporaryStore();
        temporary.Execute("CREATE TABLE recipe (name TEXT)");
        Should.Throw<StoreException>(() => temporary.Store).Message.ShouldContain("something else");
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        using var temporary = new TemporaryStore();
        File.WriteAllText(temporary.Path, string.Concat(Enumerable.Repeat("This is a letter. ", 300)));
        Should.Throw<StoreException>(() => temporary.Store).Message.ShouldContain("not a SQLite database");
    }
}
