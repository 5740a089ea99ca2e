namespace Mentorship.Domain.Progress;

/// <summary>What a line of a personal plan is about.</summary>
public enum PlanSection
{
    WarningSigns,
    Triggers,
    WhatHelps,
    WhomToCall,
}
