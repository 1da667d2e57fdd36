import type { IDataObject } from 'n8n-workflow';
import type { ApiOperation, ListRule } from '../contract';
import type { Fields } from '../parameters/fields';
import { InvalidParameter } from '../parameters/invalidParameter';

/** How one item wants to be delivered: "Delivery", and the shared entries of "Options". */
export interface Settings {
	requestsPerSecond: number;
	/** Where the API counts units within calls. */
	unitsPerSecond?: number;
	maxConcurrency: number;
	/** Milliseconds. */
	timeout: number;
	maxRetries: number;
	keepOrder: boolean;
	extraBody?: IDataObject;
	dryRun: boolean;
	deduplicationKey?: string;
	/** Whether the key is sent once for all times, whatever it says. */
	sendOnce: boolean;
	/** Whether the output is the short form instead of the response as it came. */
	simplify: boolean;
	importMissingAccount: boolean;
	/** The most records of a list. */
	limit: number;
}

/** The most calls under way at once: n8n opens a connection for each. */
export const maxConcurrentCalls = 256;

const maxRateOnOwnHost = 100_000;

/** The usual first page of n8n's lists. */
const defaultLimit = 50;

function readLimit(fields: Fields, { alwaysComplete, enough }: ListRule): number {
	if (enough) return enough(fields);
	if (alwaysComplete || fields.optionalBoolean('returnAll', 'Return All'))
		return Number.POSITIVE_INFINITY;
	return fields.optionalInteger('limit', 'Limit', { min: 1 }) ?? defaultLimit;
}

/** Milliseconds. */
function readTimeout(delivery: Fields, options: Fields): number {
	const seconds = delivery.optionalNumber('timeoutSeconds', 'Timeout (Seconds)', {
		min: 1,
		max: 120,
	});
	if (seconds !== undefined) return Math.round(seconds * 1000);
	return (
		options.optionalInteger('timeout', 'Timeout (Milliseconds)', { min: 1000, max: 120_000 }) ??
		10_000
	);
}

/** Nodes of long ago have the settings of "Delivery" among their options. */
const eitherOf =
	(delivery: Fields, options: Fields) =>
	<T>(read: (settings: Fields) => T | undefined): T | undefined =>
		read(delivery) ?? read(options);

const extraBodyIn = (settings: Fields) =>
	settings.optionalJsonObject('extraBody', 'Extra Body Fields (JSON)');

const dryRunIn = (settings: Fields) => settings.optionalBoolean('dryRun', 'Dry Run');

/** What is laid over the body of an item last, and whether it goes out at all. */
export function readPreview(fields: Fields): Pick<Settings, 'dryRun' | 'extraBody'> {
	const either = eitherOf(
		fields.collection('delivery', 'Delivery'),
		fields.collection('options', 'Options'),
	);
	return { dryRun: either(dryRunIn) ?? false, extraBody: either(extraBodyIn) };
}

function readSendOnce(
	options: Fields,
	key: string | undefined,
	{ dedupeFields }: ApiOperation,
): boolean {
	const sendOnce = options.optionalBoolean('sendOnce', 'Send Once') ?? false;
	if (sendOnce && key === undefined) {
		throw new InvalidParameter(
			"'Send Once' needs a 'Deduplication Key'",
			"Add the option 'Deduplication Key', and enter what names this message alone, such as an order number together with the user ID.",
		);
	}
	if (!sendOnce && key !== undefined && !dedupeFields) {
		throw new InvalidParameter(
			"'Deduplication Key' does nothing here without 'Send Once'",
			"Tencent cannot tell a repeat of this call. Turn on the option 'Send Once', or remove the key.",
		);
	}
	return sendOnce;
}

/**
 * @param ownHost whether the calls go to a host that the user named: Tencent's limit holds for
 * Tencent's hosts
 * @throws InvalidParameter naming the option that has to change.
 */
export function readSettings(fields: Fields, operation: ApiOperation, ownHost: boolean): Settings {
	const { rateLimit, unitLimit } = operation;
	const options = fields.collection('options', 'Options');
	const delivery = fields.collection('delivery', 'Delivery');
	const either = eitherOf(delivery, options);
	const deduplicationKey = options.optionalText('deduplicationKey', 'Deduplication Key');
	return {
		requestsPerSecond:
			either((settings) =>
				settings.optionalNumber('requestsPerSecond', 'Requests per Second', {
					min: 0.1,
					max: ownHost ? maxRateOnOwnHost : rateLimit.max,
				}),
			) ?? rateLimit.default,
		unitsPerSecond:
			unitLimit &&
			(either((settings) =>
				settings.optionalNumber(unitLimit.option.name, unitLimit.option.label, {
					min: 1,
					max: ownHost ? maxRateOnOwnHost : unitLimit.max,
				}),
			) ??
				unitLimit.default),
		maxConcurrency:
			either((settings) =>
				settings.optionalInteger('maxConcurrency', 'Max Concurrency', {
					min: 1,
					max: maxConcurrentCalls,
				}),
			) ?? maxConcurrentCalls,
		timeout: readTimeout(delivery, options),
		maxRetries:
			either((settings) =>
				settings.optionalInteger('maxRetries', 'Max Retries', { min: 0, max: 20 }),
			) ?? 6,
		keepOrder: either((settings) => settings.optionalBoolean('keepOrder', 'Keep Order')) ?? true,
		extraBody: either(extraBodyIn),
		dryRun: either(dryRunIn) ?? false,
		deduplicationKey,
		sendOnce: readSendOnce(options, deduplicationKey, operation),
		simplify: options.optionalBoolean('simplify', 'Simplify') ?? true,
		importMissingAccount:
			options.optionalBoolean('importMissingAccount', 'Import Missing Account') ?? false,
		limit: operation.shape === 'list' ? readLimit(fields, operation.list) : 1,
	};
}
