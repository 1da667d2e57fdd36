import { resources } from '../../../nodes/TencentChatDesk/operations';
import { chosenOperation } from '../../../nodes/TencentChatDesk/operations/chosenOperation';

describe('the operation that the pickers name', () => {
	it('is the one that the panel shows, for every entry of both pickers', async () => {
		for (const resource of resources) {
			for (const { value, name, action, shape } of resource.operations) {
				const found = await chosenOperation(resource.value, value);
				expect(found).toMatchObject({ value, name, action, shape });
			}
		}
	});

	it.each([
		['directMessage', 'sendTwice', "The operation 'sendTwice' of 'directMessage'"],
		['telegram', '', "The resource 'telegram'"],
		['constructor', 'name', "The operation 'name' of 'constructor'"],
	])('does not exist: %s, %s', async (resource, name, what) => {
		await expect(chosenOperation(resource, name)).rejects.toThrow(
			`${what} does not exist in this version of the node`,
		);
	});
});
