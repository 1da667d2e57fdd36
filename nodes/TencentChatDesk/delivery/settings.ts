import type { IDataObject } from 'n8n-workflow';
import type { ApiOperation, ListRule } from '../contract';
import type { Fields } from '../parameters/fields';

/** How one item wants to be delivered: the shared entries of "Options". */
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

function readLimit(fields: Fields, { alwaysComplete }: ListRule): number {
	if (alwaysComplete || fields.optionalBoolean('returnAll', 'Return All'))
		return Number.POSITIVE_INFINITY;
	return fields.optionalInteger('limit', 'Limit', { min: 1 }) ?? defaultLimit;
}

/**
 * @param ownHost whether the calls go to a host that the user named: Tencent's limit holds for
 * Tencent's hosts
 * @throws InvalidParameter naming the option that has to change.
 */
export function readSettings(fields: Fields, operation: ApiOperation, ownHost: boolean): Settings {
	const { rateLimit, unitLimit } = operation;
	const options = fields.collection('options', 'Options');
	return {
		requestsPerSecond:
			options.optionalNumber('requestsPerSecond', 'Requests per Second', {
				min: 0.1,
				max: ownHost ? maxRateOnOwnHost : rateLimit.max,
			}) ?? rateLimit.default,
		unitsPerSecond:
			unitLimit &&
			(options.optionalNumber(unitLimit.option.name, unitLimit.option.label, {
				min: 1,
				max: ownHost ? maxRateOnOwnHost : unitLimit.max,
			}) ??
				unitLimit.default),
		maxConcurrency:
			options.optionalInteger('maxConcurrency', 'Max Concurrency', {
				min: 1,
				max: maxConcurrentCalls,
			}) ?? maxConcurrentCalls,
		timeout: options.optionalInteger('timeout', 'Timeout', { min: 1000, max: 120_000 }) ?? 10_000,
		maxRetries: options.optionalInteger('maxRetries', 'Max Retries', { min: 0, max: 20 }) ?? 6,
		keepOrder: options.optionalBoolean('keepOrder', 'Keep Order') ?? true,
		extraBody: options.optionalJsonObject('extraBody', 'Extra Body Fields (JSON)'),
		dryRun: options.optionalBoolean('dryRun', 'Dry Run') ?? false,
		deduplicationKey: options.optionalText('deduplicationKey', 'Deduplication Key'),
		simplify: options.optionalBoolean('simplify', 'Simplify') ?? true,
		importMissingAccount:
			options.optionalBoolean('importMissingAccount', 'Import Missing Account') ?? false,
		limit: operation.shape === 'list' ? readLimit(fields, operation.list) : 1,
	};
}
