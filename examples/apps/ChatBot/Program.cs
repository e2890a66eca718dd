await ChatBot.Bot.Create(args).RunAsync();
