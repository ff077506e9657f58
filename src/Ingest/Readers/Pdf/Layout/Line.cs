using Ingest.Extractors.Documents;

namespace Ingest.Readers.Pdf.Layout;

/// <summary>Words of one page on one base line, from left to right, that belong to the same block.</summary>
internal sealed class Line(PageContent page, int[] words)
{
    public PageContent Page { get; } = page;

    /// <summary>Indexes into <see cref="PageContent.Words"/>.</summary>
    public int[] Words { get; } = words;

    public float X0 { get; private set; }

    public float Y0 { get; private set; }

    public float X1 { get; private set; }

    public float Y1 { get; private set; }

    public float BaseY { get; private set; }

    /// <summary>Largest size of its letters, in points: that of the capitals where small capitals are set as capitals of a smaller size.</summary>
    public float LargestSize { get; private set; }

    /// <summary>Size of most of its characters, in points.</summary>
    public float Size { get; private set; }

    public int Color { get; private set; }

    public int Letters { get; private set; }

    public int BoldLetters { get; private set; }

    public int ItalicLetters { get; private set; }

    public int UnderlinedLetters { get; private set; }

    public int UpperLetters { get; private set; }

    public int LowerLetters { get; private set; }

    public int Digits { get; private set; }

    public int Length { get; private set; }

    public bool Rotated { get; private set; }

    public Box Box => new(X0, Y0, X1, Y1);

    public ref Word First => ref Page.Words[Words[0]];

    public ref Word Last => ref Page.Words[Words[^1]];

    public static Line Of(PageContent page, int[] words)
    {
        Line line = new(page, words);
        line.Measure();
        return line;
    }

    public string Text() => LineText.Of(this);

    private void Measure()
    {
        X0 = Y0 = float.MaxValue;
        X1 = Y1 = float.MinValue;
        int mostCharacters = -1;
        foreach (int index in Words)
        {
            ref Word word = ref Page.Words[index];
            if (word.X0 < X0) X0 = word.X0;
            if (word.X1 > X1) X1 = word.X1;
            if (word.Y0 < Y0) Y0 = word.Y0;
            if (word.Y1 > Y1) Y1 = word.Y1;
            Rotated |= word.Has(WordFlags.Rotated);
            Length += word.Length + 1;
            if (word.Size > LargestSize) LargestSize = word.Size;
            bool raised = word.Style.HasFlag(TextStyle.Superscript);
            if (!raised && word.Length > mostCharacters)
            {
                mostCharacters = word.Length;
                Size = word.Size;
                BaseY = word.BaseY;
                Color = word.Color;
            }
            Count(word);
        }
        if (mostCharacters < 0)
        {
            Size = First.Size;
            BaseY = First.BaseY;
            Color = First.Color;
        }
    }

    private void Count(in Word word)
    {
        int letters = 0, digits = 0;
        foreach (char c in Page.TextOf(word))
        {
            if (char.IsAsciiLetterLower(c)) LowerLetters++;
            else if (char.IsAsciiLetterUpper(c)) UpperLetters++;
            else if (char.IsAsciiDigit(c)) digits++;
            else if (c < 128 || !char.IsLetter(c)) continue;
            letters++;
        }
        Digits += digits;
        Letters += letters;
        if (word.Style.HasFlag(TextStyle.Bold)) BoldLetters += letters;
        if (word.Style.HasFlag(TextStyle.Italic)) ItalicLetters += letters;
        if (word.Style.HasFlag(TextStyle.Underline)) UnderlinedLetters += letters;
    }
}

/// <summary>The text of a line alone, as it would stand in the canonical text.</summary>
internal static class LineText
{
    public static string Of(Line line)
    {
        System.Text.StringBuilder text = new(line.Length);
        foreach (int index in line.Words)
        {
            ref Word word = ref line.Page.Words[index];
            if (text.Length > 0 && word.Has(WordFlags.SpaceBefore)) text.Append(' ');
            text.Append(line.Page.TextOf(word));
        }
        return text.ToString();
    }
}
