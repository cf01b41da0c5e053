namespace ModelGen;

/// <summary>Where the built-in palettes' colours come from.</summary>
internal static class Palettes
{
    /// <summary>Colours of the Cityscapes data set (Cordts et al., 2016), by train id: its labels' published list.</summary>
    internal static Rgb[] Cityscapes() =>
    [
        new(128, 64, 128),   // road
        new(244, 35, 232),   // sidewalk
        new(70, 70, 70),     // building
        new(102, 102, 156),  // wall
        new(190, 153, 153),  // fence
        new(153, 153, 153),  // pole
        new(250, 170, 30),   // traffic light
        new(220, 220, 0),    // traffic sign
        new(107, 142, 35),   // vegetation
        new(152, 251, 152),  // terrain
        new(70, 130, 180),   // sky
        new(220, 20, 60),    // person
        new(255, 0, 0),      // rider
        new(0, 0, 142),      // car
        new(0, 0, 70),       // truck
        new(0, 60, 100),     // bus
        new(0, 80, 100),     // train
        new(0, 0, 230),      // motorcycle
        new(119, 11, 32),    // bicycle
    ];

    /// <summary>PASCAL VOC's formula: bits 0, 1 and 2 of the index become the highest bits of red, green and blue, bits 3, 4 and 5 the next, and so on.</summary>
    internal static Rgb[] PascalVoc()
    {
        Rgb[] colors = new Rgb[Palette.MostColors];
        for (int index = 0; index < colors.Length; index++)
        {
            int red = 0, green = 0, blue = 0;
            for (int rest = index, bit = 7; rest > 0; rest >>= 3, bit--)
            {
                red |= (rest & 1) << bit;
                green |= (rest >> 1 & 1) << bit;
                blue |= (rest >> 2 & 1) << bit;
            }
            colors[index] = new Rgb((byte)red, (byte)green, (byte)blue);
        }
        return colors;
    }

    /// <summary>Whole numbers alone, so that every machine gives the same bytes.</summary>
    internal static Rgb[] Spread(int count)
    {
        // Six ramps of 256 hues. Of all steps this one keeps the first 32 colours about as far apart as any (53 of 255), and repeats none of 256.
        const int Hues = 1536, Step = 337;
        // The greatest and the least channel, in turns: vivid, dark, pale, dull.
        ReadOnlySpan<(int Most, int Least)> levels = [(240, 20), (140, 0), (255, 140), (190, 90)];
        Rgb[] colors = new Rgb[count];
        for (int i = 0; i < count; i++)
        {
            (int most, int least) = levels[i % levels.Length];
            int hue = i * Step % Hues;
            int ramp = least + (most - least) * (hue % 256) / 255;
            int fall = most + least - ramp;
            (int red, int green, int blue) = (hue / 256) switch
            {
                0 => (most, ramp, least),
                1 => (fall, most, least),
                2 => (least, most, ramp),
                3 => (least, fall, most),
                4 => (ramp, least, most),
                _ => (most, least, fall),
            };
            colors[i] = new Rgb((byte)red, (byte)green, (byte)blue);
        }
        return colors;
    }
}
