using Ingest.Readers;

Console.Error.WriteLine($"ingest: no commands yet ({DocumentReaders.Default.GetType().Name})");
return 2;
