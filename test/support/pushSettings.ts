/** Settings of "Offline Push" that Tencent takes beside others only, with those others. */
export const neededBeside: Record<string, Record<string, string>> = {
	apnsLiveActivityContent: { apnsLiveActivityId: 'order-4711' },
	apnsLiveActivityDismissal: { apnsLiveActivityId: 'order-4711' },
	apnsLiveActivityEvent: { apnsLiveActivityId: 'order-4711' },
	oppoNotifyLevel: { oppoCategory: 'IM' },
	templateParameters: { templateId: '1400000000-1' },
};
