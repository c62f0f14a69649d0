using System.Net;
using System.Text.Json.Nodes;
using CareCatalog.Dialogs;
using CareCatalog.Web.Tests.Tokens;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Question = CareCatalog.Web.Tests.Tokens.Question;

namespace CareCatalog.Web.Tests;

/// <summary>What people see while a turn is slow.</summary>
public sealed class SlowTurnTests
{
    [Fact]
    public async Task Message_TurnThatIsSlow_ShowsTypingFirst()
    {
        await using var sink = await Sink.StartAsync();
        // The store does not answer before the typing has been seen.
        var store = new Mock<IConversationStore>();
        store.Setup(slow => slow.FindAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).Returns(async () =>
        {
            await sink.First.WaitAsync(TimeSpan.FromSeconds(30));
            return null;
        });
        store.Setup(slow => slow.CommitAsync(It.IsAny<TurnCommit>(), It.IsAny<CancellationToken>())).ReturnsAsync((TurnCommit commit, CancellationToken _) =>
            new CommitReceipt(CommitOutcome.Committed, [.. commit.Entries.Select((payload, at) => new TranscriptEntry(at + 1, payload))]));
        await using var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseEnvironment("Development").UseSetting("DirectLine:TokenKey", Convert.ToBase64String(new byte[32]))
            .ConfigureTestServices(services => services.AddSingleton(store.Object)));
        using var client = factory.CreateClient();
        var question = Question.Activity(sink.Address);
        question.Remove("deliveryMode");

        using var response = await Question.PostAsync(client, question, null);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("typing", (string)JsonNode.Parse(Assert.Single(sink.Received).Body)!["type"]!);
        // The answer itself leaves by the courier.
        store.Verify(slow => slow.CommitAsync(It.Is<TurnCommit>(commit => commit.Dispatch!.Carrier == "botframework"), It.IsAny<CancellationToken>()));
    }
}
