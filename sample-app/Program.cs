using ModelGen;
using SampleApp;

foreach (string photo in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "photos")))
{
    if (photo.EndsWith(".md")) continue;
    var result = EfficientNetLite0.Predict(ImageFile.Load(photo));
    foreach (var (label, p) in result.TopK(3)) Console.WriteLine($"{Path.GetFileName(photo)} {label} {p:P1}");
}
