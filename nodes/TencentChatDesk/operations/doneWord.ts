const words: ReadonlyArray<readonly [RegExp, string]> = [
	[/^(get|check|find|search)/, 'read'],
	[/^(send|notify)/, 'sent'],
	[/^contact/, 'contacted'],
	[/^(create|generate)/, 'created'],
	[/^import/, 'imported'],
	[/^add/, 'added'],
	[/^(delete|remove)/, 'removed'],
	[/^call$/, 'called'],
];

/** What the line above the output says of an item that an operation has carried out. */
export const doneWord = (operation: string): string =>
	words.find(([pattern]) => pattern.test(operation))?.[1] ?? 'changed';
