import type { ItemFiles } from '../../nodes/TencentChatDesk/parameters/attachedFile';
import { Fields } from '../../nodes/TencentChatDesk/parameters/fields';
import { InvalidParameter } from '../../nodes/TencentChatDesk/parameters/invalidParameter';

/** Every name is that of a file which is uploaded already. */
const files: ItemFiles = {
	names: [],
	attach: (name) => ({
		address: `https://files.example.com/${String(name)}`,
		md5: 'A'.repeat(32),
		size: 1_000,
		name: `${String(name)}.bin`,
	}),
};

/** The parameters of an item as the panel gives them: a control left alone holds an empty text. */
export const item = (values: Record<string, unknown>, zone?: string): Fields =>
	new Fields((name) => (Object.hasOwn(values, name) ? values[name] : ''), zone, files);

/** Why an input is refused. Anything that is not meant for the user's eyes is thrown on. */
export function refusal(read: () => unknown): InvalidParameter {
	let given: unknown;
	try {
		given = read();
	} catch (error) {
		if (error instanceof InvalidParameter) return error;
		throw error;
	}
	throw new Error(`It was accepted, as ${JSON.stringify(given)}`);
}

/** What a resource picker hands over. */
export const locator = (value: unknown) => ({ __rl: true, mode: 'id', value });
