namespace Ingest.Readers.Pdf.Content;

/// <summary>
/// How much work the content of a file may make: forms that call forms can multiply a few bytes into hours. When it is used up, reading stops
/// where it is and the page says so.
/// </summary>
internal sealed class ContentBudget
{
    private const int OperatorsOfPage = 6_000_000;
    private const int OperatorsOfFile = 40_000_000;
    private const int FormsOfPage = 20_000;

    private int _page, _forms;
    private int _file = OperatorsOfFile;

    public bool Exhausted { get; private set; }

    public void BeginPage()
    {
        (_page, _forms) = (Math.Min(OperatorsOfPage, _file), FormsOfPage);
        Exhausted = false;
    }

    public bool SpendOperator()
    {
        if (--_page < 0) { Exhausted = true; return false; }
        _file--;
        return true;
    }

    public bool SpendForm()
    {
        if (--_forms >= 0) return true;
        Exhausted = true;
        return false;
    }
}
