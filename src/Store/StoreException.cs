namespace Ingest.Store;

/// <summary>The store cannot be used: locked, corrupt, of a newer schema, not writable. The message says what is wrong and the way out.</summary>
public sealed class StoreException : Exception
{
    public StoreException(string message)
        : base(message) { }

    public StoreException(string message, Exception inner)
        : base(message, inner) { }

    public StoreException()
        : base("The store cannot be used.") { }
}
