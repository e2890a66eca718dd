await WebApi.Api.Create(args).RunAsync();
