using System.Collections.Immutable;
using Ingest.Store.Migrations;
using Microsoft.Data.Sqlite;

namespace Ingest.Store;

/// <summary>
/// A query that a person wrote, over a connection that cannot write (file opened read-only, <c>query_only</c>), trusts nothing in the file
/// (<c>SQLITE_DBCONFIG_DEFENSIVE</c>, untrusted schema), and is interrupted after a time limit.
/// </summary>
public sealed class AdHocQuery : IDisposable
{
    // https://sqlite.org/c3ref/c_dbconfig_defensive.html
    private const int Defensive = 1010, TrustedSchema = 1017;

    // https://sqlite.org/c3ref/c_limit_attached.html
    private const int LimitLength = 0, LimitAttached = 7;

    /// <summary>Bytes of the largest value that a query may make.</summary>
    private const int MaximumValue = 64 << 20;

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _command;
    private readonly SqliteDataReader _reader;
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenRegistration _interrupt;
    private readonly CancellationToken _cancellation;
    private readonly TimeSpan _timeLimit;
    private readonly string _path;

    private AdHocQuery(string path, string sql, TimeSpan timeLimit, CancellationToken cancellation)
    {
        (_path, _timeLimit, _cancellation) = (path, timeLimit, cancellation);
        _connection = StoreConnection.OpenForReading(path);
        _command = _connection.CreateCommand();
        _limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            Migrator.Check(_connection, path);
            SQLitePCL.raw.sqlite3_db_config(_connection.Handle, Defensive, 1, out _);
            SQLitePCL.raw.sqlite3_db_config(_connection.Handle, TrustedSchema, 0, out _);
            SQLitePCL.raw.sqlite3_limit(_connection.Handle, LimitLength, MaximumValue);
            SQLitePCL.raw.sqlite3_limit(_connection.Handle, LimitAttached, 0);
            _interrupt = _limit.Token.Register(() => SQLitePCL.raw.sqlite3_interrupt(_connection.Handle));
            _limit.CancelAfter(timeLimit);
            _command.CommandText = sql;
            _reader = _command.ExecuteReader();
            Columns = [.. Enumerable.Range(0, _reader.FieldCount).Select(_reader.GetName)];
        }
        catch
        {
            Close();
            throw;
        }
    }

    public ImmutableArray<string> Columns { get; }

    /// <exception cref="QueryException">The query is wrong, or took longer than <paramref name="timeLimit"/>.</exception>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static AdHocQuery Run(string path, string sql, TimeSpan timeLimit, CancellationToken cancellation)
    {
        if (!File.Exists(path)) throw new StoreException($"{path} does not exist; make it with: ingest load PATH --db {path}");
        try
        {
            return new AdHocQuery(path, sql, timeLimit, cancellation);
        }
        catch (SqliteException error)
        {
            throw Explain(path, error, timeLimit, cancellation);
        }
    }

    /// <summary>Each row's values (null, long, double, string or byte[]) in the order of <see cref="Columns"/>. To be read once.</summary>
    public IEnumerable<object?[]> Rows()
    {
        while (Next())
        {
            var row = new object?[_reader.FieldCount];
            for (int i = 0; i < row.Length; i++) row[i] = _reader.IsDBNull(i) ? null : _reader.GetValue(i);
            yield return row;
        }
    }

    public void Dispose() => Close();

    private bool Next()
    {
        try
        {
            return _reader.Read();
        }
        catch (SqliteException error)
        {
            throw Explain(_path, error, _timeLimit, _cancellation);
        }
    }

    private void Close()
    {
        _interrupt.Dispose();
        _limit.Dispose();
        _reader?.Dispose();
        _command.Dispose();
        _connection.Dispose();
    }

    private static Exception Explain(string path, SqliteException error, TimeSpan timeLimit, CancellationToken cancellation)
    {
        const int Generic = 1, ReadOnly = 8, Interrupt = 9, Auth = 23, Misuse = 21, TooBig = 18;
        if (error.SqliteErrorCode == Interrupt)
        {
            return cancellation.IsCancellationRequested
                ? new OperationCanceledException(cancellation)
                : new QueryException($"The query took longer than {timeLimit.TotalSeconds:0.#} s and was stopped; narrow it, or raise --timeout.", error);
        }
        return error.SqliteErrorCode switch
        {
            ReadOnly or Auth => new QueryException("Queries may only read.", error),
            Generic or Misuse or TooBig => new QueryException(error.Message, error),
            _ => StoreErrors.Explain(path, error),
        };
    }
}

/// <summary>A person's query cannot be answered; the message says why.</summary>
public sealed class QueryException : Exception
{
    public QueryException(string message)
        : base(message) { }

    public QueryException(string message, Exception inner)
        : base(message, inner) { }

    public QueryException()
        : base("The query cannot be answered.") { }
}
