namespace Ingest.Store.Tests;

public class DataDictionaryTests
{
    [Fact]
    public void Says_of_every_view_exactly_the_columns_that_it_has()
    {
        using var temporary = new TemporaryStore();
        _ = temporary.Store;
        string[] views = [.. temporary.Query("SELECT name FROM sqlite_master WHERE type = 'view' AND name NOT LIKE '%\\_all' ESCAPE '\\'").Select(r => (string)r.name)];
        DataDictionary.Views.Select(v => v.Name).ShouldBe(views, ignoreOrder: true);
        foreach (DictionaryView view in DataDictionary.Views)
        {
            string[] columns = [.. temporary.Query($"SELECT name FROM pragma_table_info('{view.Name}')").Select(r => (string)r.name)];
            view.Columns.Select(c => c.Name).ShouldBe(columns, ignoreOrder: true, view.Name);
            view.Columns.ShouldAllBe(c => c.Meaning.Length > 0);
        }
    }
}
