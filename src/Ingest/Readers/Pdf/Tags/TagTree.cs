using System.Collections.Immutable;
using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Tags;

/// <summary>Reads the logical structure (ISO 32000-2, 14.7) with an explicit stack; an element is entered once, and a tree too large or empty is none.</summary>
internal sealed class TagTree(IReadOnlyDictionary<int, int> pageNumbers, PdfDictionary root)
{
    private const int MostElements = 600_000;
    private const int Deepest = 256;
    private const int LongestRoleChain = 16;

    private readonly PdfDictionary? _roles = root.Get("RoleMap").Dictionary;
    private readonly PdfDictionary? _classes = root.Get("ClassMap").Dictionary;
    private readonly HashSet<int> _entered = [];
    private int _elements;

    public static PdfTag? Read(PdfDictionary catalog, IReadOnlyDictionary<int, int> pageNumbers) =>
        catalog.Get("StructTreeRoot").Dictionary is { } root ? new TagTree(pageNumbers, root).Read() : null;

    private PdfTag? Read()
    {
        var stack = new Stack<Frame>();
        stack.Push(new Frame(root, root["K"], page: 0));
        while (true)
        {
            Frame frame = stack.Peek();
            if (!frame.TryNext(out PdfValue kid))
            {
                stack.Pop();
                PdfTag tag = stack.Count == 0 ? new PdfTag("StructTreeRoot", null, null, null, 1, 1) { Children = frame.Children.ToImmutable() } : Element(frame);
                if (stack.Count == 0) return tag.Children.IsEmpty ? null : tag;
                stack.Peek().Children.Add(new(tag, 0, -1));
                continue;
            }
            if (++_elements > MostElements) return null;
            AddKid(kid, frame, stack);
        }
    }

    private void AddKid(PdfValue kid, Frame frame, Stack<Frame> stack)
    {
        PdfValue value = kid.IsReference ? root.Owner?.Resolve(kid) ?? PdfValue.Null : kid;
        if (value.IsNumber)
        {
            if (frame.Page > 0) frame.Children.Add(new(null, frame.Page, value.Int()));
            return;
        }
        if (value.Dictionary is not { } dictionary) return;
        string? type = dictionary.Get("Type").Name;
        if (type == "MCR" || (type is null && dictionary.Has("MCID") && !dictionary.Has("S")))
        {
            int page = PageOf(dictionary, frame.Page);
            if (page > 0 && dictionary.Get("MCID") is { IsNumber: true } id) frame.Children.Add(new(null, page, FormContent.Id(id.Int(), dictionary["Stm"])));
        }
        else if (type != "OBJR" && dictionary.Has("S") && stack.Count < Deepest && (!kid.IsReference || _entered.Add(kid.Target)))
        {
            stack.Push(new Frame(dictionary, dictionary["K"], PageOf(dictionary, frame.Page)));
        }
    }

    private int PageOf(PdfDictionary dictionary, int inherited) =>
        dictionary["Pg"] is { IsReference: true } page && pageNumbers.TryGetValue(page.Target, out int number) ? number : inherited;

    private PdfTag Element(Frame frame)
    {
        PdfDictionary element = frame.Element;
        (int rows, int columns) = Spans(element);
        return new PdfTag(
            Role(element.Get("S").Name ?? ""), element.Get("ActualText").Text(), element.Get("Alt").Text(), element.Get("E").Text(), rows, columns)
        {
            Children = frame.Children.ToImmutable(),
        };
    }

    /// <summary>Follows the role map to a standard type; a type that is not mapped stays.</summary>
    private string Role(string type)
    {
        for (int i = 0; i < LongestRoleChain && !StandardTypes.Contains(type) && _roles?.Get(type).Name is { } mapped && mapped != type; i++) type = mapped;
        return type;
    }

    private (int Rows, int Columns) Spans(PdfDictionary element)
    {
        int rows = 1, columns = 1;
        Take(element.Get("A"));
        if (element.Has("C"))
        {
            PdfValue names = element.Get("C");
            if (names.Name is { } single) Take(_classes?.Get(single) ?? PdfValue.Null);
            for (int i = 0; i < Math.Min(names.Array?.Count ?? 0, 16); i++) Take(names.Array!.Get(i).Name is { } name ? _classes?.Get(name) ?? PdfValue.Null : PdfValue.Null);
        }
        return (rows, columns);

        void Take(PdfValue attributes)
        {
            if (attributes.Dictionary is { } one) TakeOne(one);
            for (int i = 0; i < Math.Min(attributes.Array?.Count ?? 0, 32); i++)
            {
                if (attributes.Array!.Get(i).Dictionary is { } each) TakeOne(each);
            }
        }

        void TakeOne(PdfDictionary attributes)
        {
            rows = Math.Clamp(attributes.Get("RowSpan").Int(rows), 1, 1000);
            columns = Math.Clamp(attributes.Get("ColSpan").Int(columns), 1, 1000);
        }
    }

    /// <summary>An element whose kids are being read.</summary>
    private sealed class Frame(PdfDictionary element, PdfValue kids, int page)
    {
        private readonly PdfArray? _list = element.Get("K").Array;
        private int _next;

        public PdfDictionary Element => element;

        public int Page => page;

        public ImmutableArray<PdfTagChild>.Builder Children { get; } = ImmutableArray.CreateBuilder<PdfTagChild>();

        public bool TryNext(out PdfValue kid)
        {
            kid = _list is null ? kids : _list[_next];
            return _next++ < (_list?.Count ?? (kids.IsNull ? 0 : 1));
        }
    }
}
