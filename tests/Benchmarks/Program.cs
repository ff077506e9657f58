Console.Error.WriteLine("usage: Benchmarks NAME — none is registered yet");
return 2;
