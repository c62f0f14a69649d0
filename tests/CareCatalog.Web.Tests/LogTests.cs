using System.Net.Http.Json;
using CareCatalog.Web.Tests.Callbacks;
using CareCatalog.Web.Tests.Tokens;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CareCatalog.Web.Tests;

/// <summary>What is asked is never logged: at no level, by no door, whatever becomes of it.</summary>
public sealed class LogTests : IDisposable
{
    private const string Mark = "秋田犬7391";
    private const string Question = "孩子4岁在青岛，" + Mark + "，上幼儿园";

    private readonly string folder = Directory.CreateTempSubdirectory("carecatalog-").FullName;
    private readonly Notebook notebook = new();
    private readonly WebApplicationFactory<Program> factory;

    public LogTests() => factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
    {
        host.UseEnvironment("Development").UseSetting("DirectLine:TokenKey", Convert.ToBase64String(new byte[32]))
            .UseSetting("Storage:Sqlite:Path", Path.Combine(folder, "carecatalog.db")).UseSetting("Storage:KeyRing", Path.Combine(folder, "keyring.json"))
            .UseSetting("Logging:LogLevel:Default", "Trace").UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Trace");
        foreach (var (name, value) in Account.Settings("http://127.0.0.1:9")) host.UseSetting(name, value);
        host.ConfigureLogging(logging => logging.AddProvider(notebook));
    });

    public void Dispose()
    {
        factory.Dispose();
        Directory.Delete(folder, true);
    }

    [Fact]
    public async Task Question_ByEveryDoor_StoredOrRefusedOrFailed_IsInNoLogAtAnyLevel()
    {
        using var client = factory.CreateClient();
        await AskEverywhereAsync(client);
        BreakTheStore();
        await AskEverywhereAsync(client);

        Assert.Contains(notebook.Lines, line => line.Level == LogLevel.Trace || line.Level == LogLevel.Debug);
        Assert.Contains(notebook.Lines, line => line.Level == LogLevel.Error);
        // As it was written, and as addresses, JSON and forms write it.
        foreach (var form in new[] { "秋田犬", "7391", Uri.EscapeDataString("秋田犬"), "\\u79cb\\u7530\\u72ac" })
            Assert.DoesNotContain(notebook.Lines, line => line.Text.Contains(form, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task AskEverywhereAsync(HttpClient client)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/answers", new { text = Question });
        using var bad = await client.PostAsJsonAsync("/api/v1/answers", new { text = Question, jurisdiction = Mark });
        using var broken = await client.PostAsync("/api/v1/answers", new StringContent("{\"text\":\"" + Question, System.Text.Encoding.UTF8, "application/json"));
        var visitor = new Visitor(client);
        await visitor.TakeTokenAsync();
        using var begun = await visitor.BeginAsync();
        foreach (var type in new[] { "message", "event" })
            (await visitor.PostAsync($$$"""{"type":"{{{type}}}","text":"{{{Question}}}","name":"{{{Mark}}}","channelData":{"clientActivityID":"{{{Mark}}}"}}""")).Dispose();
        var message = Tokens.Question.Activity();
        message["text"] = Question;
        using var posted = await Tokens.Question.PostAsync(client, message, null);
        using var sealed_ = await Account.PostAsync(client, Account.WeChat.Call(Account.Text("oUser", Question)));
        using var company = await Account.PostAsync(client, Account.WeCom.Call(Account.Text("oUser", Question)));
        using var forged = await Account.PostAsync(client, (Account.WeChat.Path, Question));
        using var form = new FormUrlEncodedContent([new("text", Question), new("ticket", Mark)]);
        using var plain = await client.PostAsync("/chat", form);
        using var search = new FormUrlEncodedContent([new("q", Question)]);
        using var console = await client.PostAsync("/console/api/search", search);
    }

    private void BreakTheStore()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(folder, "carecatalog.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "ALTER TABLE conversation RENAME TO hidden";
        command.ExecuteNonQuery();
    }

    private sealed class Notebook : ILoggerProvider, ILogger
    {
        private readonly List<(LogLevel Level, string Text)> lines = [];

        public List<(LogLevel Level, string Text)> Lines
        {
            get
            {
                lock (lines) return [.. lines];
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Note(LogLevel.None, $"{state} {Fields(state)}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Note(logLevel, $"{formatter(state, exception)} {Fields(state)} {exception}");

        public void Dispose()
        {
        }

        private static string Fields<TState>(TState state) =>
            state is IEnumerable<KeyValuePair<string, object?>> fields ? string.Join(' ', fields.Select(field => $"{field.Key}={field.Value}")) : "";

        private void Note(LogLevel level, string text)
        {
            lock (lines) lines.Add((level, text));
        }
    }
}
