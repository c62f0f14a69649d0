using System.Text;
using CareCatalog.Channels.BotFramework;
using CareCatalog.Channels.Limits;
using CareCatalog.Channels.Privacy;
using CareCatalog.Channels.WeChat;
using CareCatalog.Dialogs;
using CareCatalog.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;

namespace CareCatalog.Channels.Tests.Fuzz;

/// <summary>The channels' desks without a server around them, over a store that keeps nothing.</summary>
internal sealed class Desks : IDisposable
{
    private readonly ServiceProvider services;

    public Desks()
    {
        var none = new ConfigurationBuilder().Build();
        var edition = OurSeeds.Edition;
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(Mock.Of<IHostEnvironment>(its => its.EnvironmentName == "Development"))
            .AddSingleton(Mock.Of<IHostApplicationLifetime>())
            .AddSingleton<TimeProvider>(new FakeTimeProvider())
            .AddSingleton(Redactor.Load(Repository.At("dialogs"), Repository.At("seeds"), edition))
            .AddSingleton(Assistant.Load(Repository.At("dialogs"), Repository.At("seeds")))
            .AddSingleton(new EditionInForce(edition))
            .AddSingleton<IConversationStore, ForgetfulStore>().AddSingleton(Mock.Of<IOutbox>())
            .AddSingleton<Doorbell>().AddSingleton<Reception>()
            .AddTurnLimits(new ConfigurationBuilder().AddInMemoryCollection([new("Limits:PerUser", "0"), new("Limits:PerConversation", "0")]).Build())
            .AddBotFramework(none).AddWeChat(none)
            .BuildServiceProvider();
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Hands a body to a desk; gives the status.</summary>
    public async Task<int> PostAsync(byte[] body, string type, string query, Func<HttpContext, Task> desk)
    {
        using var scope = services.CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Method = "POST";
        context.Request.ContentType = type;
        context.Request.QueryString = new QueryString(query);
        context.Request.Body = new MemoryStream(body);
        context.Response.Body = Stream.Null;
        await desk(context);
        return context.Response.StatusCode;
    }

    /// <summary>Runs many at once; gives how often each status came, and fails with the first input that may not be.</summary>
    public static async Task<SortedDictionary<int, int>> RunAsync(int count, Func<int, (byte[] Input, Func<Task<int>> Post)> next)
    {
        var seen = new SortedDictionary<int, int>();
        // Made in order, so that a seed gives the same inputs; posted on as many threads as there are.
        foreach (var batch in Enumerable.Range(0, count).Chunk(1000))
        {
            var made = batch.Select(next).ToList();
            await Parallel.ForEachAsync(made, async (one, cancellation) =>
            {
                int status;
                try
                {
                    status = await one.Post().WaitAsync(TimeSpan.FromSeconds(20), cancellation);
                }
                catch (Exception fault)
                {
                    throw new InvalidOperationException($"{Encoding.UTF8.GetString(one.Input)}\n{Convert.ToBase64String(one.Input)}", fault);
                }
                Assert.True(status is < 500 or 501, $"{status}: {Convert.ToBase64String(one.Input)}");
                lock (seen) seen[status] = seen.GetValueOrDefault(status) + 1;
            });
        }
        return seen;
    }

    public void Dispose() => services.Dispose();

    private sealed class ForgetfulStore : IConversationStore
    {
        public ValueTask<StoredConversation?> FindAsync(string conversationId, CancellationToken cancellation) => new((StoredConversation?)null);

        public ValueTask<CommitReceipt> CommitAsync(TurnCommit commit, CancellationToken cancellation) =>
            new(new CommitReceipt(CommitOutcome.Committed, [.. commit.Entries.Select((payload, at) => new TranscriptEntry(at + 1, payload))]));

        public ValueTask<IReadOnlyList<TranscriptEntry>> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellation) => new([]);

        public ValueTask DeleteAsync(string conversationId, CancellationToken cancellation) => default;

        public ValueTask<int> SweepAsync(Retained what, DateTimeOffset until, CancellationToken cancellation) => new(0);

        public ValueTask<long> CountAsync(Retained what, DateTimeOffset until, CancellationToken cancellation) => new(0L);

        public ValueTask<bool> IsReachableAsync(CancellationToken cancellation) => new(true);
    }
}
