using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using ModelGen.EndToEnd.Support;

namespace ModelGen.EndToEnd;

public class HostingTests
{
    [Fact]
    public async Task ModelIsOneInstanceLoadedWhenAskedForAndDisposedWithItsContainer()
    {
        ServiceProvider services = new ServiceCollection().AddModel<Digits>().BuildServiceProvider(validateScopes: true);
        ModelLoader<Digits> loader = services.GetRequiredService<ModelLoader<Digits>>();
        Assert.Equal(ModelState.NotLoaded, loader.State);
        Digits model = services.GetRequiredService<Digits>();
        Assert.Equal(ModelState.Ready, loader.State);
        using (IServiceScope scope = services.CreateScope())
            Assert.Same(model, scope.ServiceProvider.GetRequiredService<Digits>());
        Assert.Equal(Digits.Label.Two, model.Run(Pictures.Digits[2]).Label);
        await services.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => model.Run(Pictures.Digits[2]));
        Assert.Equal(ModelState.Disposed, loader.State);
    }

    [Fact]
    public async Task ModelThatOnlyItsLoaderKnowsIsDisposedToo()
    {
        ServiceProvider services = new ServiceCollection().AddModel<Digits>().BuildServiceProvider();
        Digits model = await services.GetRequiredService<ModelLoader<Digits>>().LoadAsync();
        await services.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => model.Run(Pictures.Digits[2]));
    }

    [Fact]
    public void SynchronousDisposalOfTheContainerDisposesTheModel()
    {
        ServiceProvider services = new ServiceCollection().AddModel<Digits>().BuildServiceProvider();
        Digits model = services.GetRequiredService<Digits>();
        services.Dispose();
        Assert.Throws<ObjectDisposedException>(() => model.Run(Pictures.Digits[2]));
    }

    [Fact]
    public void OptionsCanBeChangedAndComeFromServices()
    {
        using ServiceProvider changed = new ServiceCollection().AddModel<Digits>(options => options with { MaxCalls = 3 }).BuildServiceProvider();
        Assert.Equal(3, changed.GetRequiredService<Digits>().Engine.Report.MaxCalls);
        using ServiceProvider fromServices = new ServiceCollection()
            .AddSingleton(new Limit(5))
            .AddModel<Digits>((services, options) => options with { MaxCalls = services.GetRequiredService<Limit>().Calls })
            .BuildServiceProvider();
        Assert.Equal(5, fromServices.GetRequiredService<Digits>().Engine.Report.MaxCalls);
    }

    private sealed record Limit(int Calls);

    [Fact]
    public void KeysKeepInstancesOfOneClassApart()
    {
        using ServiceProvider services = new ServiceCollection()
            .AddKeyedModel<Digits>("small", options => options with { MaxCalls = 1 })
            .AddKeyedModel<Digits>("large", options => options with { MaxCalls = 7 })
            .BuildServiceProvider();
        Assert.Equal(1, services.GetRequiredKeyedService<Digits>("small").Engine.Report.MaxCalls);
        Assert.Equal(7, services.GetRequiredKeyedService<Digits>("large").Engine.Report.MaxCalls);
        Assert.Null(services.GetService<Digits>());
    }

    [Fact]
    public void LogGoesToTheContainersFactory()
    {
        using CollectedLog log = new();
        using ServiceProvider services = new ServiceCollection().AddSingleton<ILoggerFactory>(log).AddModel<Digits>().BuildServiceProvider();
        services.GetRequiredService<Digits>();
        Assert.Contains(log.Events, entry => entry.Id == 1000);
    }

    [Fact]
    public void FailedLoadingSaysWhyAndIsTriedAgain()
    {
        string? path = "nowhere.onnx";
        using ServiceProvider services = new ServiceCollection().AddModel<Digits>(options => options with { ModelPath = path }).BuildServiceProvider();
        ModelLoader<Digits> loader = services.GetRequiredService<ModelLoader<Digits>>();
        Assert.Throws<ModelGenException>(() => services.GetRequiredService<Digits>());
        Assert.Equal(ModelState.Failed, loader.State);
        Assert.IsType<ModelGenException>(loader.Error);
        path = null;
        Assert.Equal(Digits.Label.Two, services.GetRequiredService<Digits>().Run(Pictures.Digits[2]).Label);
        Assert.Equal(ModelState.Ready, loader.State);
        Assert.Null(loader.Error);
    }

    [Fact]
    public async Task HealthFollowsTheLoading()
    {
        using ManualResetEventSlim mayLoad = new();
        string? path = "nowhere.onnx";
        ServiceCollection collection = new();
        collection.AddLogging();
        collection.AddModel<Digits>(options =>
        {
            mayLoad.Wait();
            return options with { ModelPath = path };
        });
        collection.AddHealthChecks().Add(ModelHealth.Of<Digits>(tags: ["ready"]));
        await using ServiceProvider services = collection.BuildServiceProvider();
        HealthCheckService health = services.GetRequiredService<HealthCheckService>();
        ModelLoader<Digits> loader = services.GetRequiredService<ModelLoader<Digits>>();

        await Expect(HealthStatus.Degraded, "not loaded yet");
        Task<Digits> loading = loader.LoadAsync();
        await Expect(HealthStatus.Degraded, "being loaded");
        mayLoad.Set();
        await Assert.ThrowsAsync<ModelGenException>(() => loading);
        await Expect(HealthStatus.Unhealthy, "nowhere.onnx");
        path = null;
        await loader.LoadAsync();
        await Expect(HealthStatus.Healthy, "ready on CPU");

        async Task Expect(HealthStatus status, string words)
        {
            HealthReportEntry entry = (await health.CheckHealthAsync()).Entries["digits"];
            Assert.Equal(status, entry.Status);
            Assert.Contains(words, entry.Description, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task CheckByTypeIsTheSame()
    {
        ServiceCollection collection = new();
        collection.AddLogging();
        collection.AddModel<Digits>();
        collection.AddHealthChecks().AddCheck<ModelHealthCheck<Digits>>("digits");
        await using ServiceProvider services = collection.BuildServiceProvider();
        services.GetRequiredService<Digits>();
        Assert.Equal(HealthStatus.Healthy, (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status);
    }

    [Fact]
    public async Task WaitingForALoadingCanBeCancelledWithoutEndingIt()
    {
        using ManualResetEventSlim mayLoad = new();
        await using ModelLoader<Digits> loader = new(() =>
        {
            mayLoad.Wait();
            return new ModelOptions();
        });
        using CancellationTokenSource source = new();
        Task<Digits> impatient = loader.LoadAsync(source.Token);
        Task<Digits> patient = loader.LoadAsync();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        mayLoad.Set();
        Assert.Equal(Digits.Label.Two, (await patient).Run(Pictures.Digits[2]).Label);
    }

    [Fact]
    public async Task DisposalEndsALoadingThatIsUnderWay()
    {
        using ManualResetEventSlim mayLoad = new();
        ModelLoader<Digits> loader = new(() =>
        {
            mayLoad.Wait();
            return new ModelOptions();
        });
        Task<Digits> loading = loader.LoadAsync();
        Task disposal = loader.DisposeAsync().AsTask();
        mayLoad.Set();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loading);
        await disposal;
        Assert.Throws<ObjectDisposedException>(() => { _ = loader.LoadAsync(); });
    }

    [Fact]
    public async Task LoadAsyncLoadsAndCanBeCancelled()
    {
        await using Digits model = await Digits.LoadAsync(new ModelOptions { MaxCalls = 3 });
        Assert.Equal(3, model.Engine.Report.MaxCalls);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Digits.LoadAsync(cancellationToken: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void DefaultOptionsHoldUntilTheSharedInstanceIsThere()
    {
        Lookup.DefaultOptions = new ModelOptions { MaxCalls = 3 };
        Assert.Equal(3, Lookup.Default.Engine.Report.MaxCalls);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Lookup.DefaultOptions = new ModelOptions());
        Assert.Contains("Lookup.DefaultOptions", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, Lookup.DefaultOptions.MaxCalls);
    }
}
