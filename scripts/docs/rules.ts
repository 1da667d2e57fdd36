import type { ApiOperation } from '../../nodes/TencentChatDesk/contract';
import type { Operation } from '../../nodes/TencentChatDesk/operations/operation';
import { code } from '../../test/harness/markdown';

/** Where the documentation explains what stands behind these rules. */
const deliveryPage = '../delivery.md';

/** Where commands are documented that have no page of their own under a public number. */
const restOverview = 'https://trtc.io/document/34620';

const windowText = (seconds: number) =>
	Number.isFinite(seconds) ? `, for ${seconds} seconds at most` : '';

function retryText({ retry, retryOf }: ApiOperation): string {
	if (retryOf) {
		return 'A call that Tencent certainly did not carry out is made again. When nobody knows, the fields of the item decide; unless they say that a repeat is safe, the item is reported as in doubt.';
	}
	switch (retry.policy) {
		case 'dedupe':
			return `The call is made again with the same message numbers${windowText(retry.windowSeconds)}: Tencent drops the second copy.`;
		case 'idempotent':
			return 'The call is made again when the failure may pass: a second call changes nothing that the first has not.';
		case 'unsafe':
			return `The call is made again only when Tencent certainly did nothing. When nobody knows, it is not repeated but reported as [_may have been carried out_](${deliveryPage}#when-nobody-knows).`;
	}
}

const lookText = `before an item is reported as _may have been carried out_, the node [looks it up](${deliveryPage}#looking-it-up) where Tencent shows it.`;

const perSecond = (calls: number) => (calls === 1 ? 'one call' : `${calls} calls`);

function rateText({ rateLimit, unitLimit, targetLimit }: ApiOperation): string {
	const calls = `${perSecond(rateLimit.default)} a second unless you set **Requests per Second**; Tencent allows ${rateLimit.max} to all clients of your app together.`;
	const own = unitLimit
		? `${calls} Beside that, **${unitLimit.option.label}**: ${unitLimit.default} unless you set it; Tencent allows up to ${unitLimit.max}.`
		: calls;
	return targetLimit === undefined
		? own
		: `${own} ${targetLimit.called ?? 'One group or room'} gets at most ${targetLimit.perSecond} a second, from all executions together.`;
}

function itemsText(operation: Operation<ApiOperation>): string {
	if (operation.outputs) {
		const [first, ...others] = operation.outputs.map((name) => `**${name}**`);
		return `Each item leaves as it came in, with what was found out about it: on ${first} or on ${others.join(' or ')}.`;
	}
	switch (operation.shape) {
		case 'single':
			return 'One call for each item, and one item out for each item in.';
		case 'list': {
			const { page } = operation.list;
			const size = page ? `, up to ${page.max} at a time` : '';
			return `The list is read page by page${size}. Each record becomes an item.`;
		}
		case 'batch':
			return `Items that ask for the same share a call: up to ${operation.batch.maxSize} of them. Each item still gets its own result.`;
		case 'chain':
			return 'One item may take several calls, one after another. When one of them fails, the ones before it are not made again.';
	}
}

function commandText({ path, commands }: Operation<ApiOperation>): string {
	if (typeof path === 'string') return code(`v4/${path}`);
	return (
		commands?.map((command) => code(`v4/${command}`)).join(' or ') ??
		'the command that the item names'
	);
}

/** What happens around the calls of an operation, as a list in plain words; Markdown. */
export function rulesOf(operation: Operation): string {
	const { documentation, secretOutput } = operation;
	const page = `[${documentation === restOverview ? "Tencent's overview of the REST API" : "Tencent's page"}](${documentation})`;
	const secret = secretOutput
		? [`- **Secret:** ${secretOutput.map(code).join(', ')} is as good as a password.`]
		: [];
	if (operation.shape === 'local') {
		return `- **Call:** none; the node makes the output itself. ${page}`;
	}
	if (operation.shape === 'memory') {
		return `- **Call:** none; it is about what n8n's database keeps for this node: see [Send Once](../delivery.md#send-once), and n8n's [node with the same memory](${documentation}).`;
	}
	if (operation.shape === 'respond') {
		return `- **Call:** none; it answers the [trigger](../trigger.md), within ${operation.respond.timeLimit({}) / 1000} seconds of the event. ${page}`;
	}
	const { maxBodyBytes, recovery } = operation;
	const command = commandText(operation);
	return [
		`- **Call:** ${command}. ${page}`,
		`- **Items:** ${itemsText(operation)}`,
		`- **Pace:** ${rateText(operation)}`,
		`- **After a failure:** ${retryText(operation)}`,
		...(operation.shape === 'single' && operation.lookup ? [`- **In doubt:** ${lookText}`] : []),
		...(maxBodyBytes === undefined
			? []
			: [
					`- **Size:** at most ${maxBodyBytes} bytes (${maxBodyBytes / 1024} KB). A larger one is refused before it is sent.`,
				]),
		...(recovery
			? [
					'- **Unknown accounts:** with **Import Missing Account** the node imports them and tries once more.',
				]
			: []),
		...secret,
	].join('\n');
}
