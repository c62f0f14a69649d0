using CareCatalog.Channels.BotFramework;
using CareCatalog.Channels.DirectLine;
using CareCatalog.Channels.Limits;
using CareCatalog.Channels.WeChat;
using CareCatalog.Channels.WeCom;
using CareCatalog.Web;
using CareCatalog.Web.Api;
using CareCatalog.Web.Cases;
using CareCatalog.Web.Console;
using CareCatalog.Web.Hsds;
using CareCatalog.Web.Screens;
using Microsoft.AspNetCore.HttpOverrides;
using CareCatalog.Web.Watching;

if (args is ["hash-password"])
{
    // For Console:Accounts: the password is read from the input, so that it stands in no history.
    System.Console.WriteLine(StaffDoor.Hash(System.Console.In.ReadLine() ?? ""));
    return;
}

// Settings, seeds, dialogs and the page lie beside the binaries, wherever the host is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets().ConfigureKestrel(HostLimits.Apply);

builder.Services.AddClock(builder.Configuration);
builder.Services.AddCatalogue(builder.Configuration);
builder.Services.AddConversations(builder.Configuration);
builder.Services.AddTurnLimits(builder.Configuration);
builder.Services.AddBotFramework(builder.Configuration);
builder.Services.AddDirectLine(builder.Configuration);
builder.Services.AddWeChat(builder.Configuration);
builder.Services.AddWeCom(builder.Configuration);
builder.Services.AddCatalogueApi();
builder.Services.AddScreens(builder.Configuration);
builder.Services.AddConsole(builder.Configuration);
builder.Services.AddWatching(builder.Configuration);

var app = builder.Build();
// Behind a proxy on this machine, streams are told with the proxy's own scheme.
app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedProto });
app.UseProblems();
app.UseSecurityHeaders();
app.UseDefaultFiles();
app.UseRouting();
app.UseCors();
app.UseAuthentication();
app.UseAuthorization();
app.UseWebSockets();
app.UseAdmission();

app.MapStaticAssets();
app.MapBotFramework();
app.MapDirectLine();
app.MapWeChat();
app.MapWeCom();
app.MapCatalogueApi();
app.MapScreens();
app.MapConsole();
app.MapCases();
app.MapHumanServices();
app.MapHealth();
app.MapMetrics();

// Reading the catalogue and the words leaves more behind than it keeps; it is given back once, before anyone waits.
app.Lifetime.ApplicationStarted.Register(static () => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true));
app.Run();
