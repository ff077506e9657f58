using System.Collections;

namespace Ingest.Store;

/// <summary>A row of a view: values (null, long, double or string) by the contract's column names, in the view's order.</summary>
public sealed class StoreRow(IReadOnlyList<string> columns, object?[] values) : IEnumerable<KeyValuePair<string, object?>>
{
    public IReadOnlyList<string> Columns => columns;

    public object? this[string column] => IndexOf(column) is var i and >= 0 ? values[i] : throw new KeyNotFoundException(column);

    public string? Text(string column) => this[column]?.ToString();

    public long? Number(string column) => this[column] as long?;

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (int i = 0; i < values.Length; i++) yield return new(columns[i], values[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string column)
    {
        for (int i = 0; i < columns.Count; i++)
        {
            if (columns[i] == column) return i;
        }
        return -1;
    }
}
