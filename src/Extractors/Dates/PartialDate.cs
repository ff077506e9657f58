using System.Globalization;

namespace Ingest.Extractors.Dates;

public enum DatePrecision { Year, Month, Day }

/// <summary>
/// A calendar date at the precision that the document gives: a day, a month or a year. Years 1900 to 2199.
/// Ordered by the first day that it can mean, a coarser date before a finer one.
/// </summary>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    private PartialDate(int year, int month, int day) => (Year, Month, Day) = (year, month, day);

    public int Year { get; }

    /// <summary>1 to 12; 0 where only the year is known.</summary>
    public int Month { get; }

    /// <summary>1 to 31; 0 where the day is not known.</summary>
    public int Day { get; }

    public DatePrecision Precision => Day > 0 ? DatePrecision.Day : Month > 0 ? DatePrecision.Month : DatePrecision.Year;

    /// <summary>Null unless the parts make a date of the calendar between 1900 and 2199.</summary>
    public static PartialDate? Create(int year, int month = 0, int day = 0)
    {
        if (year is < 1900 or > 2199 || month is < 0 or > 12 || day < 0 || (day > 0 && month == 0)) return null;
        if (day > 0 && day > DateTime.DaysInMonth(year, month)) return null;
        return new(year, month, day);
    }

    /// <summary>Reads the ISO 8601 form that <see cref="ToString"/> writes.</summary>
    public static PartialDate? ParseIso(string iso)
    {
        string[] parts = iso.Split('-');
        if (parts.Length is < 1 or > 3) return null;
        Span<int> numbers = stackalloc int[3];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return null;
        }
        return Create(numbers[0], numbers[1], numbers[2]);
    }

    public int CompareTo(PartialDate other) =>
        (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    /// <summary>ISO 8601 at the date's own precision: <c>2022-05-05</c>, <c>2022-05</c> or <c>2022</c>.</summary>
    public override string ToString() => Precision switch
    {
        DatePrecision.Day => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}-{Day:D2}"),
        DatePrecision.Month => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}"),
        _ => Year.ToString("D4", CultureInfo.InvariantCulture),
    };

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;
}
