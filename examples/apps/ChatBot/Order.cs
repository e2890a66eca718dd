namespace ChatBot;

/// <summary>A picture to be made.</summary>
/// <param name="Wish">What of.</param>
/// <param name="AnswerTo">Where its link goes.</param>
internal sealed record Order(CompiledWish Wish, Uri AnswerTo);
