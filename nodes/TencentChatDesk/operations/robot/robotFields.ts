import type { INodeProperties } from 'n8n-workflow';
import type { RateLimit } from '../../contract';
import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Fields } from '../../parameters/fields';
import { newUserId } from '../shared/userId';

/** Robots take 200 calls a second for each command. */
export const robotRateLimit: RateLimit = { default: 100, max: 200 };

const prefix = '@RBT#';

export const robotProperty: INodeProperties = {
	displayName: 'Robot ID',
	name: 'robotId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. @RBT#helper',
	description: 'User ID of the robot, which begins with @RBT#: up to 32 bytes',
};

/** @throws InvalidParameter where it is none of a robot */
export function readRobot(fields: Fields): string {
	const id = newUserId(fields, 'robotId', 'Robot ID');
	if (id.startsWith(prefix)) return id;
	throw new InvalidParameter(
		"'Robot ID' is not one of a robot",
		`Begin it with ${prefix}, such as ${prefix}helper.`,
	);
}
