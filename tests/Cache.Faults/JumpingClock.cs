namespace ModelGen.CacheFaults;

/// <summary>A clock that shows what it is told to. Its stopwatch runs as ever.</summary>
internal sealed class JumpingClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
