using Ingest.Readers.Pdf.Fonts;
using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Content;

/// <summary>Follows a page's content stream and the forms that it shows (ISO 32000-2, clauses 8 and 9) and leaves glyphs, rules and marks in <see cref="PageRecorder"/>.</summary>
internal sealed partial class ContentInterpreter(
    ObjectStore store, FontLibrary fonts, FormCache forms, PageRecorder page, ContentBudget budget, OptionalContent optional, CancellationToken cancellation)
{
    private const int DeepestForm = 24;
    private const int DeepestSave = 512;
    private const int OperatorsBetweenLooks = 1 << 14;

    private readonly PathCollector _path = new(page);
    private readonly MarkedContentStack _marked = new(page, optional);
    private readonly List<GraphicsState> _saved = [];
    private readonly HashSet<PdfDictionary> _running = [];
    private readonly Stack<Operands> _operandPool = new();
    private TextState _text = new(page, default);
    private GraphicsState _state;
    private Area _pageBox;
    private bool _clipPending;
    private int _operators;

    public void RunPage(ReadOnlySpan<byte> content, PdfDictionary resources, in Transform toPage, in Area pageBox)
    {
        _pageBox = pageBox;
        _text = new TextState(page, pageBox);
        _state = GraphicsState.Initial(toPage, pageBox);
        Run(content, resources, depth: 0);
        _marked.EndTo(0);
    }

    /// <summary>Shows a form on the page from outside its content stream: the appearance of an annotation (12.5.5).</summary>
    public void RunAppearance(PdfStream form, PdfDictionary? group, in Transform toPage)
    {
        if (group is not null && optional.IsHidden(group)) return;
        _state = GraphicsState.Initial(toPage, _pageBox);
        ShowForm(form, PdfDictionary.Empty, depth: 0);
    }

    private void Run(ReadOnlySpan<byte> content, PdfDictionary resources, int depth)
    {
        Operands operands = _operandPool.Count > 0 ? _operandPool.Pop() : new Operands();
        int savedBefore = _saved.Count, markedBefore = _marked.Depth;
        var lexer = new ContentLexer(content, operands, store.Names, store);
        while (lexer.Next(out uint op) && budget.SpendOperator() && !page.Full)
        {
            if (++_operators % OperatorsBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            Execute(op, operands, resources, ref lexer, savedBefore, depth);
        }
        if (_saved.Count > savedBefore)
        {
            _state = _saved[savedBefore];
            _saved.RemoveRange(savedBefore, _saved.Count - savedBefore);
        }
        _marked.EndTo(markedBefore);
        _path.End();
        _operandPool.Push(operands);
    }

    private void Execute(uint op, Operands o, PdfDictionary resources, ref ContentLexer lexer, int savedBefore, int depth)
    {
        switch (op)
        {
            case Operators.Show: ShowString(o, 0); break;
            case Operators.ShowArray: ShowArray(o); break;
            case Operators.ShowNext: _text.Move(0, -_state.Leading); ShowString(o, 0); break;
            case Operators.ShowSpaced:
                (_state.WordSpacing, _state.CharSpacing) = (o.Number(0), o.Number(1));
                _text.Move(0, -_state.Leading);
                ShowString(o, 2);
                break;
            case Operators.Move: _text.Move(o.Number(0), o.Number(1)); break;
            case Operators.MoveLeading: _state.Leading = -o.Number(1); _text.Move(o.Number(0), o.Number(1)); break;
            case Operators.TextMatrix: _text.Set(MatrixOf(o)); break;
            case Operators.NextLine: _text.Move(0, -_state.Leading); break;
            case Operators.BeginText: _text.Begin(); break;
            case Operators.SetFont: SetFont(o, resources); break;
            case Operators.CharSpacing: _state.CharSpacing = o.Number(0); break;
            case Operators.WordSpacing: _state.WordSpacing = o.Number(0); break;
            case Operators.Scaling: _state.Scaling = o.Number(0) / 100; break;
            case Operators.Leading: _state.Leading = o.Number(0); break;
            case Operators.Rise: _state.Rise = o.Number(0); break;
            case Operators.RenderMode: _state.RenderMode = (int)o.Number(0); break;
            case Operators.Save: if (_saved.Count < DeepestSave) _saved.Add(_state); break;
            case Operators.Restore: Restore(savedBefore); break;
            case Operators.Concatenate: _state.ToPage = MatrixOf(o).Then(_state.ToPage); break;
            case Operators.LineWidth: _state.LineWidth = o.Number(0); break;
            case Operators.GraphicsState: SetGraphicsState(o, resources); break;
            case Operators.BeginMarked: _marked.Begin(NameOf(o, 0) ?? "", null); break;
            case Operators.BeginMarkedWith: _marked.Begin(NameOf(o, 0) ?? "", PropertiesOf(o, resources)); break;
            case Operators.EndMarked: _marked.End(); break;
            case Operators.XObject: ShowObject(o, resources, depth); break;
            case Operators.BeginImage: SkipInlineImage(ref lexer); break;
            default: ExecutePath(op, o, resources); break;
        }
    }

    private static Transform MatrixOf(Operands o) => new(o.Number(0), o.Number(1), o.Number(2), o.Number(3), o.Number(4), o.Number(5));

    private string? NameOf(Operands o, int index) => index < o.Count && o[index].Kind == OperandKind.Name ? store.Names.Intern(o.Bytes(o[index])) : null;

    private PdfDictionary? PropertiesOf(Operands o, PdfDictionary resources) =>
        o.Objects.Count > 0 ? o.Objects[^1].Dictionary : NameOf(o, 1) is { } name ? resources.Get("Properties").Dictionary?.Get(name).Dictionary : null;

    private void Restore(int savedBefore)
    {
        if (_saved.Count <= savedBefore) return;
        _state = _saved[^1];
        _saved.RemoveAt(_saved.Count - 1);
    }

    private void SetFont(Operands o, PdfDictionary resources)
    {
        if (NameOf(o, 0) is { } name) _state.Font = fonts.Get(resources.Get("Font").Dictionary?[name] ?? PdfValue.Null);
        _state.FontSize = o.Number(1);
    }

    private void SetGraphicsState(Operands o, PdfDictionary resources)
    {
        if (NameOf(o, 0) is not { } name || resources.Get("ExtGState").Dictionary?.Get(name).Dictionary is not { } parameters) return;
        if (parameters.Get("LW") is { IsNumber: true } width) _state.LineWidth = width.Number();
        if (parameters.Get("Font").Array is not { } font) return;
        _state.Font = fonts.Get(font[0]);
        _state.FontSize = font.Number(1, _state.FontSize);
    }

    private void ShowString(Operands o, int index)
    {
        if (index < o.Count && o[index].Kind == OperandKind.String) Show(o.Bytes(o[index]));
    }

    private void ShowArray(Operands o)
    {
        for (int i = 0; i < o.Count; i++)
        {
            ref readonly Operand operand = ref o[i];
            if (operand.Kind == OperandKind.String) Show(o.Bytes(operand));
            else if (operand.Kind == OperandKind.Number) _text.Adjust(operand.Number, ref _state);
        }
    }

    private void Show(ReadOnlySpan<byte> bytes)
    {
        if (_marked.Hidden) return;
        _text.Show(bytes, ref _state, _state.Font ?? fonts.Fallback, _marked.Current);
    }

    private void ShowObject(Operands o, PdfDictionary resources, int depth)
    {
        if (_marked.Hidden || NameOf(o, 0) is not { } name || resources.Get("XObject").Dictionary?.Get(name).Stream is not { } shown) return;
        if (shown.Dictionary.Get("OC").Dictionary is { } group && optional.IsHidden(group)) return;
        if (shown.Dictionary.Get("Subtype").Name == "Image") page.AddImage(_state.ToPage.Bounds(0, 0, 1, 1).Intersect(_state.Clip));
        else if (shown.Dictionary.Get("Subtype").Name is "Form" or null) ShowForm(shown, resources, depth);
    }

    private void ShowForm(PdfStream form, PdfDictionary outer, int depth)
    {
        if (depth >= DeepestForm || !_running.Add(form.Dictionary)) return;
        if (budget.SpendForm())
        {
            GraphicsState before = _state;
            int outerForm = _marked.Form;
            if (form.Dictionary.Has("StructParents")) _marked.Form = form.Number;
            _state.ToPage = Transform.Of(form.Dictionary.Get("Matrix").Array).Then(_state.ToPage);
            if (Rectangle.Of(form.Dictionary.Get("BBox").Array) is { } box) _state.Clip = _state.Clip.Intersect(_state.ToPage.Bounds(box.Left, box.Bottom, box.Right, box.Top));
            Run(forms.Content(form).Span, form.Dictionary.Get("Resources").Dictionary ?? outer, depth + 1);
            _state = before;
            _marked.Form = outerForm;
        }
        _running.Remove(form.Dictionary);
    }
}
