using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;

namespace CareCatalog.Faults.Scenarios;

/// <summary>A disk of 32 megabytes, filled to the last byte while people talk, and freed again.</summary>
internal sealed class DiskFull() : Scenario("disk full, and free again")
{
    public override async Task<Finding> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("carecatalog-disk-").FullName;
        try
        {
            await using var host = new HostUnderTest(folder)
            {
                Wrapper = ["unshare", "-m", "sh", "-c", $"mount -t tmpfs -o size=32m tmpfs {folder} && cd {folder} && exec \"$@\"", "sh"],
            };
            await host.StartAsync();
            using var crowd = new Crowd(host.Address, 4);
            crowd.Start(TimeSpan.FromMilliseconds(5));
            await Task.Delay(1500);
            var before = crowd.Acknowledged;

            Within(host, $"dd if=/dev/zero of={folder}/filler bs=4k >/dev/null 2>&1; true");
            using var client = new HttpClient { BaseAddress = host.Address };
            var stranger = new Talker(client, host.Address);
            var (refused, retryAfter) = await UntilRefusedAsync(client);
            using var answer = await client.PostAsJsonAsync("/api/v1/answers", new { text = "青岛上幼儿园" });
            using var message = await client.PostAsJsonAsync(
                "/api/messages", new { type = "message", id = "m", text = "青岛", deliveryMode = "expectReplies", conversation = new { id = "c" } });
            var numbers = await message.Content.ReadAsStringAsync();
            var full = crowd.Acknowledged;

            Within(host, $"rm {folder}/filler");
            var freed = Stopwatch.StartNew();
            while (crowd.Acknowledged < full + 20 && freed.Elapsed < TimeSpan.FromSeconds(30)) await Task.Delay(20);
            var healed = freed.Elapsed;
            await crowd.StopAsync();
            var wrong = await crowd.JudgeAsync();
            return new Finding(
                wrong.Count == 0 && refused && retryAfter && answer.IsSuccessStatusCode && numbers.Contains("12345", StringComparison.Ordinal) && healed < TimeSpan.FromSeconds(10),
                $"{before:N0} turns before; full: writes {(refused ? "503" : "not refused")}{(retryAfter ? " with Retry-After" : "")}, questions {(int)answer.StatusCode}, public numbers {(numbers.Contains("12345", StringComparison.Ordinal) ? "shown" : "not shown")}; writes again {healed.TotalSeconds:0.0} s after space came back; {wrong.Count} wrong{(wrong.Count > 0 ? ": " + wrong[0] : "")}");
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static async Task<(bool Refused, bool RetryAfter)> UntilRefusedAsync(HttpClient client)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            using var token = await client.PostAsync("/api/v1/chat/token", null);
            var given = (await token.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonObject>())!;
            using var begin = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations");
            begin.Headers.Authorization = new("Bearer", (string)given["token"]!);
            using var response = await client.SendAsync(begin);
            if (response.StatusCode == HttpStatusCode.ServiceUnavailable) return (true, response.Headers.Contains("Retry-After"));
            await Task.Delay(50);
        }
        return (false, false);
    }

    // The disk is seen only from within the host's own namespace.
    private static void Within(HostUnderTest host, string command)
    {
        using var process = Process.Start(new ProcessStartInfo("nsenter") { ArgumentList = { "-t", $"{host.ProcessId}", "-m", "sh", "-c", command } })!;
        process.WaitForExit();
    }
}
