namespace Package.Tests;

/// <summary>The test classes that share the packed packages and their consumers.</summary>
[CollectionDefinition(PackedConsumers.Name)]
public sealed class PackedConsumersGroup : ICollectionFixture<PackedConsumers>;
