using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Ingest.Readers.Docx;

/// <summary>Counts the lists of a document and writes the labels that Word prints before their items (ISO/IEC 29500-1, 17.9).</summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, NumberingInstance> _lists = [];
    private readonly Dictionary<int, AbstractNum> _forms = [];
    private readonly Dictionary<int, int?[]> _counters = [];

    public DocxNumbering(MainDocumentPart main)
    {
        Numbering? numbering = main.NumberingDefinitionsPart?.Numbering;
        foreach (AbstractNum form in numbering?.Elements<AbstractNum>() ?? [])
        {
            if (form.AbstractNumberId?.Value is { } id) _forms.TryAdd(id, form);
        }
        foreach (NumberingInstance list in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (list.NumberID?.Value is { } id) _lists.TryAdd(id, list);
        }
    }

    /// <summary>The label of the next item of a list; "•" for any bullet, null where the level prints none.</summary>
    public string? Next(int list, int level)
    {
        if (Form(list, level) is not { } form) return null;
        // Lists of one form count on together unless they say where they start.
        int key = _lists[list].Elements<LevelOverride>().Any(o => o.StartOverrideNumberingValue is not null) ? -list : _lists[list].AbstractNumId!.Val!.Value;
        if (!_counters.TryGetValue(key, out int?[]? counters)) _counters[key] = counters = new int?[Levels];
        counters[level] = counters[level] is { } last ? last + 1 : Start(list, level);
        Array.Clear(counters, level + 1, Levels - level - 1);
        string text = form.LevelText?.Val?.Value ?? "";
        if (form.NumberingFormat?.Val?.Value == NumberFormatValues.Bullet) return text.Trim().Length == 0 ? null : text.Trim() is "o" or "-" or "–" ? text.Trim() : "•";
        string label = Fill(text, list, counters);
        return label.Length == 0 ? null : label;
    }

    private string Fill(string text, int list, int?[] counters)
    {
        var label = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 1 < text.Length && text[i + 1] is >= '1' and <= '9')
            {
                int level = text[++i] - '1';
                label.Append(Number(Form(list, level)?.NumberingFormat?.Val?.Value, counters[level] ?? Start(list, level)));
            }
            else label.Append(text[i]);
        }
        return label.ToString().Trim();
    }

    private static string Number(NumberFormatValues? format, int number) => format switch
    {
        NumberFormatValues.LowerLetter => Letter(number, 'a'),
        NumberFormatValues.UpperLetter => Letter(number, 'A'),
        NumberFormatValues.LowerRoman => Html.HtmlListLabels.Of("i", number).TrimEnd('.'),
        NumberFormatValues.UpperRoman => Html.HtmlListLabels.Of("I", number).TrimEnd('.'),
        NumberFormatValues.DecimalZero => number.ToString("00", CultureInfo.InvariantCulture),
        NumberFormatValues.None => "",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>After "z" comes "aa", then "bb" (17.18.59).</summary>
    private static string Letter(int number, char first) => number < 1 ? "" : new((char)(first + (number - 1) % 26), Math.Min((number - 1) / 26 + 1, 4));

    private int Start(int list, int level) =>
        Override(list, level)?.StartOverrideNumberingValue?.Val?.Value ?? Form(list, level)?.StartNumberingValue?.Val?.Value ?? 1;

    private LevelOverride? Override(int list, int level) => _lists[list].Elements<LevelOverride>().FirstOrDefault(o => o.LevelIndex?.Value == level);

    private Level? Form(int list, int level)
    {
        if (!_lists.TryGetValue(list, out NumberingInstance? instance)) return null;
        if (Override(list, level)?.Level is { } own) return own;
        return instance.AbstractNumId?.Val?.Value is { } id && _forms.TryGetValue(id, out AbstractNum? form)
            ? form.Elements<Level>().FirstOrDefault(l => l.LevelIndex?.Value == level) : null;
    }
}
