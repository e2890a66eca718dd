using PromptDsl.Generator;

return Generator.Run(args, RepositoryRoot.Find(AppContext.BaseDirectory), Console.Out);
