using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using CareCatalog.Dialogs;
using CareCatalog.Web.Tests.Tokens;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;
using Question = CareCatalog.Web.Tests.Tokens.Question;

namespace CareCatalog.Web.Tests;

/// <summary>What operators see, and how the host keeps from taking on too much.</summary>
public sealed class WatchingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("carecatalog-").FullName;
    private readonly List<WebApplicationFactory<Program>> factories = [];

    public void Dispose()
    {
        factories.ForEach(factory => factory.Dispose());
        Directory.Delete(folder, true);
    }

    private WebApplicationFactory<Program> Host(Action<IServiceCollection>? services = null, params (string Name, string Value)[] settings)
    {
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Development").UseSetting("DirectLine:TokenKey", Convert.ToBase64String(new byte[32]))
                .UseSetting("Storage:Sqlite:Path", Path.Combine(folder, "carecatalog.db")).UseSetting("Storage:KeyRing", Path.Combine(folder, "keyring.json"));
            foreach (var (name, value) in settings) host.UseSetting(name, value);
            if (services is not null) host.ConfigureTestServices(services);
        });
        factories.Add(factory);
        return factory;
    }

    [Fact]
    public async Task Metrics_CountTurnsByOutcome_AndHoldNothingThatWasSaid()
    {
        using var client = Host().CreateClient();
        var visitor = await Visitor.StartAsync(client);
        await visitor.SayAsync("秋田犬7391", "n1");
        await visitor.SayAsync("秋田犬7391", "n1");
        await visitor.SayAsync("我电话13800138000", "n2");
        await visitor.SayAsync("删除我的信息", "n3");

        var page = await client.GetStringAsync("/metrics");

        Assert.Matches("(?m)^carecatalog_turns_total\\{outcome=\"duplicate\"\\} [1-9]", page);
        Assert.Matches("(?m)^carecatalog_turns_total\\{outcome=\"privacy\"\\} [1-9]", page);
        Assert.Matches("(?m)^carecatalog_turns_masked_total [1-9]", page);
        Assert.Matches("(?m)^carecatalog_conversations_forgotten_total [1-9]", page);
        Assert.Matches("(?m)^carecatalog_turn_duration_seconds_bucket\\{le=\"\\+Inf\"\\} [1-9]", page);
        Assert.Matches("(?m)^carecatalog_store_queue 0$", page);
        Assert.DoesNotContain("秋田犬", page, StringComparison.Ordinal);
        Assert.DoesNotContain(visitor.Id, page, StringComparison.Ordinal);
        Assert.All(page.Split('\n', StringSplitOptions.RemoveEmptyEntries), line =>
            Assert.Matches(new Regex("^(# (HELP|TYPE) .+|[a-zA-Z_:][a-zA-Z0-9_:]*(\\{.+\\})? [-+0-9.eE]+(Inf|NaN)?)$", RegexOptions.NonBacktracking), line));
    }

    [Fact]
    public async Task Metrics_ThoseThatOperatorsWatchBy_AreAllOnThePage()
    {
        await using var channel = await Sink.StartAsync();
        var factory = Host();
        using var client = factory.CreateClient();
        var visitor = await Visitor.StartAsync(client);
        await visitor.SayAsync("青岛上幼儿园", "n1");
        await visitor.SayAsync("帮我订一张去月球的机票", "n2");
        using var socket = await factory.Server.CreateWebSocketClient().ConnectAsync(new Uri(visitor.StreamUrl), CancellationToken.None);
        var message = Question.Activity(channel.Address);
        message.Remove("deliveryMode");
        using var posted = await Question.PostAsync(client, message, null);
        await channel.NextAsync();
        Damage();
        using var refused = await visitor.PostAsync("""{"type":"message","text":"青岛"}""");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);

        var page = await client.GetStringAsync("/metrics");
        // Turns and their outcomes, latency, the unanswered rate, the store's errors, the queues' depths.
        string[] expected =
        [
            """carecatalog_turns_total\{outcome="answered"\} [1-9]""", """carecatalog_turns_total\{outcome="[a-z_]+"\} [1-9]""", "carecatalog_turns_unanswered_total [1-9]",
            """carecatalog_turn_duration_seconds_bucket\{le="0.05"\} [0-9]""", "carecatalog_turn_duration_seconds_sum [0-9]", "carecatalog_turn_duration_seconds_count [1-9]",
            "carecatalog_store_errors_total [1-9]", "carecatalog_turns_failed_total [1-9]", "carecatalog_store_queue [0-9]", "carecatalog_store_group_count [1-9]", "carecatalog_outbox_depth [0-9]",
            """carecatalog_deliveries_total\{result="taken"\} [1-9]""", "carecatalog_streams_open [1-9]", "dotnet_process_memory_working_set_bytes [1-9]",
        ];
        Assert.All(expected, line => Assert.Matches($"(?m)^{line}", page));
    }

    private void Damage()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "carecatalog.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "ALTER TABLE entry RENAME TO hidden";
        command.ExecuteNonQuery();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Otlp_WhenConfigured_SpansAndMetricsArrive_AndNothingThatWasSaid(bool overGrpc)
    {
        await using var collector = await Collector.StartAsync(overGrpc);
        using var client = Host(
            null, ("Watching:OtlpEndpoint", collector.Address), ("Watching:OtlpProtocol", overGrpc ? "Grpc" : "HttpProtobuf"),
            ("Watching:OtlpSeconds", "1"), ("Watching:TracedShare", "1")).CreateClient();
        var visitor = await Visitor.StartAsync(client);
        await visitor.SayAsync("秋田犬7391 青岛打疫苗", "n1");

        var spans = await collector.WaitAsync(
            overGrpc ? "/opentelemetry.proto.collector.trace.v1.TraceService/Export" : "/v1/traces", "turn", "commit", "outcome", "answered");
        await collector.WaitAsync(
            overGrpc ? "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export" : "/v1/metrics",
            "carecatalog.turns", "carecatalog.turn.duration", "carecatalog.store.queue", "dotnet.process.memory.working_set");
        Assert.Contains("carecatalog", spans, StringComparison.Ordinal);
        Assert.DoesNotContain("秋田犬", collector.All, StringComparison.Ordinal);
        Assert.DoesNotContain(visitor.Id, collector.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyAtOnce_AreAskedToComeBack_AndWhoWatchesGetsIn()
    {
        var (entered, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var store = new Mock<IConversationStore>();
        store.Setup(slow => slow.FindAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).Returns(async () =>
        {
            entered.TrySetResult();
            await release.Task;
            return null;
        });
        store.Setup(slow => slow.IsReachableAsync(It.IsAny<CancellationToken>())).ReturnsAsync(true);
        using var client = Host(services => services.AddSingleton(store.Object), ("Watching:RequestsAtOnce", "1")).CreateClient();
        var visitor = new Visitor(client);
        await visitor.TakeTokenAsync();
        var first = visitor.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{visitor.Id}");
        await entered.Task;

        using var directLine = await visitor.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{visitor.Id}");
        using var answer = await client.PostAsJsonAsync("/api/v1/answers", new { text = "青岛" });
        foreach (var response in new[] { directLine, answer })
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Equal("5", Assert.Single(response.Headers.GetValues("Retry-After")));
        }
        Assert.Equal("ok", await client.GetStringAsync("/healthz"));
        Assert.Contains("carecatalog_requests_turned_away_total", await client.GetStringAsync("/metrics"), StringComparison.Ordinal);

        release.SetResult();
        using var served = await first;
        Assert.Equal(HttpStatusCode.NotFound, served.StatusCode);
        using var after = await client.PostAsJsonAsync("/api/v1/answers", new { text = "青岛" });
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task ToldToStop_IsNoLongerReadyButStillServes()
    {
        var factory = Host(services => services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(4)), ("Watching:DrainSeconds", "60"));
        using var client = factory.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/readyz")).StatusCode);
        factory.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        using var ready = await client.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        using var answer = await client.PostAsJsonAsync("/api/v1/answers", new { text = "青岛" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
