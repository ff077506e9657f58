using System.Collections.Concurrent;
using System.Reflection;
using System.Text;

namespace Ingest.Extractors;

/// <summary>The value of an enum member in the contract where it is not the member's name in snake case.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ContractNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Enum members as the contract's values (shared CONTRACT: Values), and back.</summary>
public static class ContractName
{
    private static readonly ConcurrentDictionary<Enum, string> Names = new();

    public static string Of(Enum value) => Names.GetOrAdd(value, static v =>
    {
        FieldInfo field = v.GetType().GetField(v.ToString())!;
        return field.GetCustomAttribute<ContractNameAttribute>()?.Name ?? SnakeCase(v.ToString());
    });

    public static bool TryParse<T>(string? name, out T value)
        where T : struct, Enum
    {
        foreach (T candidate in Enum.GetValues<T>())
        {
            if (string.Equals(Of(candidate), name, StringComparison.OrdinalIgnoreCase))
            {
                value = candidate;
                return true;
            }
        }
        value = default;
        return false;
    }

    private static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        foreach (char c in name)
        {
            if (char.IsUpper(c) && snake.Length > 0) snake.Append('_');
            snake.Append(char.ToLowerInvariant(c));
        }
        return snake.ToString();
    }
}
