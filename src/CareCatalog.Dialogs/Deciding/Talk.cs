using CareCatalog.Dialogs.Recognition;

namespace CareCatalog.Dialogs.Deciding;

/// <summary>Talk about the talk, its data and its lines: what is said without looking anything up.</summary>
internal static class Talk
{
    private const int ShortTalk = 8;
    private const int AboutLine = 6;

    /// <summary>A public line asked about, "12356是什么", and hardly a word beside it; null when there is none.</summary>
    public static TellLine? Line(Understanding said, CatalogEdition edition)
    {
        if (said.TellsOfFamily || said.IsNational || said.Text.HanCount > AboutLine || said.Text.Words.Count > AboutLine) return null;
        var line = edition.Hotlines.FirstOrDefault(line => said.Text.Words.Any(word => word.IsNumber && said.Text.Text.AsSpan(word.Start).StartsWith(line.Number, StringComparison.Ordinal)));
        return line is null ? null : new TellLine(line);
    }

    /// <summary>A command about the talk and what it keeps; null when there is none.</summary>
    public static Say? Command(Understanding said, Conversation before)
    {
        if (said.Has("delete-data")) return new Say(Speech.Deleted);
        if (said.Has("remembered")) return new Say(before.Profile.Children.Count == 0 ? Speech.NothingRemembered : Speech.Privacy);
        if (said.Needs.IsNamed) return null;
        if (said.Has("coverage")) return new Say(Speech.Coverage);
        if (before.InDanger && said.Has("incident-closed") && said.Aspect == Aspect.Service) return new Say(Speech.Relieved);
        if (said.Has("reset")) return new Say(Speech.Reset);
        if (said.Has("privacy") && !said.IsOfDocuments) return new Say(Speech.Privacy);
        if (said.Has("capabilities")) return new Say(Speech.Greeting);
        if (said.Has("who-are-you")) return new Say(Speech.WhoIAm);
        return said.Has("handoff") ? new Say(Speech.Handoff) : null;
    }

    /// <summary>Greetings, thanks and the like; null when it is something else.</summary>
    public static Say? Small(Understanding said) =>
        said.Has("goodbye") ? new Say(Speech.Goodbye)
        : said.Has("thanks") ? new Say(Speech.Thanks)
        : said.Has("greeting") ? new Say(Speech.Greeting)
        : said.Has("incident-closed") || said.Text.Text.Length <= ShortTalk && !said.HasMatter && (said.Has("acknowledge") || said.Has("yes") || said.Has("no")) ? new Say(Speech.Acknowledged)
        : said.Has("speak-chinese") || said.Has("speak-english") || said.Has("correction") ? new Say(Speech.Acknowledged)
        : said.Has("unknown") ? new Say(Speech.WhatINeed)
        : null;
}
