using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ingest.Store;

namespace Ingest.Commands;

/// <summary>Machine-readable output: keys in snake case as the contract's columns, rows of views as objects, JSON columns as JSON.</summary>
internal static class JsonOutput
{
    private static readonly HashSet<string> JsonColumns = ["lines_of_business", "states", "authors"];

    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new RowConverter() },
    };

    /// <summary>One value on one line.</summary>
    public static void Write<T>(TextWriter output, T value) => output.WriteLine(JsonSerializer.Serialize(value, Options));

    /// <summary>An array with an element a line, so that it can be read whole or by lines.</summary>
    public static void WriteArray<T>(TextWriter output, IEnumerable<T> values)
    {
        output.Write('[');
        bool first = true;
        foreach (T value in values)
        {
            output.Write(first ? "\n" : ",\n");
            first = false;
            output.Write(JsonSerializer.Serialize(value, Options));
        }
        output.WriteLine(first ? "]" : "\n]");
    }

    private sealed class RowConverter : JsonConverter<StoreRow>
    {
        public override StoreRow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, StoreRow value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach ((string column, object? cell) in value)
            {
                writer.WritePropertyName(column);
                if (cell is string json && JsonColumns.Contains(column)) writer.WriteRawValue(json);
                else JsonSerializer.Serialize(writer, cell, options);
            }
            writer.WriteEndObject();
        }
    }
}
