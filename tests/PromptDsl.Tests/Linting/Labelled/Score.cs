namespace PromptDsl.Tests.Linting.Labelled;

/// <summary>How often rules agree with the labels. A case counts once, however often it is reported.</summary>
internal sealed class Score
{
    /// <summary>The files that are about them.</summary>
    public int Files { get; set; }

    public int Found { get; private set; }

    public int Missed { get; private set; }

    public int FalseAlarms { get; private set; }

    public double Precision => Share(Found, Found + FalseAlarms);

    public double Recall => Share(Found, Found + Missed);

    public void Count(bool hasDefect, bool isReported)
    {
        switch (hasDefect, isReported)
        {
            case (true, true):
                Found++;
                break;
            case (true, false):
                Missed++;
                break;
            case (false, true):
                FalseAlarms++;
                break;
        }
    }

    public void Add(Score other)
    {
        Found += other.Found;
        Missed += other.Missed;
        FalseAlarms += other.FalseAlarms;
        Files += other.Files;
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
