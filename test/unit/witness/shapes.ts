import type { Sightings } from './sightings';

/**
 * What many commands carry alike. A content is below the type of its element:
 * `MsgBody.TIMTextElem.Text` is the Text of a MsgContent.
 */
export const shapes: Readonly<Record<string, Sightings>> = {
	MsgBody: {
		both: [
			'MsgBody.MsgType MsgBody.MsgContent MsgBody.TIMTextElem.Text',
			'MsgBody.TIMFaceElem.Index MsgBody.TIMFaceElem.Data',
			'MsgBody.TIMLocationElem.Desc MsgBody.TIMLocationElem.Latitude MsgBody.TIMLocationElem.Longitude',
			'MsgBody.TIMCustomElem.Data MsgBody.TIMCustomElem.Desc MsgBody.TIMCustomElem.Ext MsgBody.TIMCustomElem.Sound',
			'MsgBody.TIMSoundElem.Url MsgBody.TIMSoundElem.UUID MsgBody.TIMSoundElem.Size MsgBody.TIMSoundElem.Second MsgBody.TIMSoundElem.Download_Flag',
			'MsgBody.TIMImageElem.UUID MsgBody.TIMImageElem.ImageFormat MsgBody.TIMImageElem.ImageInfoArray',
			'MsgBody.TIMImageElem.ImageInfoArray.Type MsgBody.TIMImageElem.ImageInfoArray.Size MsgBody.TIMImageElem.ImageInfoArray.Width MsgBody.TIMImageElem.ImageInfoArray.Height MsgBody.TIMImageElem.ImageInfoArray.URL',
			'MsgBody.TIMFileElem.Url MsgBody.TIMFileElem.UUID MsgBody.TIMFileElem.FileSize MsgBody.TIMFileElem.FileName MsgBody.TIMFileElem.Download_Flag',
			'MsgBody.TIMVideoFileElem.VideoUrl MsgBody.TIMVideoFileElem.VideoUUID MsgBody.TIMVideoFileElem.VideoSize MsgBody.TIMVideoFileElem.VideoSecond MsgBody.TIMVideoFileElem.VideoFormat MsgBody.TIMVideoFileElem.VideoDownloadFlag',
			'MsgBody.TIMVideoFileElem.ThumbUrl MsgBody.TIMVideoFileElem.ThumbUUID MsgBody.TIMVideoFileElem.ThumbSize MsgBody.TIMVideoFileElem.ThumbWidth MsgBody.TIMVideoFileElem.ThumbHeight MsgBody.TIMVideoFileElem.ThumbFormat MsgBody.TIMVideoFileElem.ThumbDownloadFlag',
		].join(' '),
		source: 'T-33527; CN 269/129279 for streams',
		page: [
			'MsgBody.TIMRelayElem.Title MsgBody.TIMRelayElem.MsgNum MsgBody.TIMRelayElem.CompatibleText MsgBody.TIMRelayElem.AbstractList MsgBody.TIMRelayElem.JsonMsgKey MsgBody.TIMRelayElem.MsgList',
			'MsgBody.TIMRelayElem.MsgList.From_Account MsgBody.TIMRelayElem.MsgList.To_Account MsgBody.TIMRelayElem.MsgList.GroupId MsgBody.TIMRelayElem.MsgList.MsgSeq MsgBody.TIMRelayElem.MsgList.MsgRandom MsgBody.TIMRelayElem.MsgList.MsgTimeStamp MsgBody.TIMRelayElem.MsgList.MsgBody MsgBody.TIMRelayElem.MsgList.CloudCustomData',
			'MsgBody.TIMStreamElem.CompatibleText MsgBody.TIMStreamElem.Chunks MsgBody.TIMStreamElem.Chunks.EventType MsgBody.TIMStreamElem.Chunks.Index MsgBody.TIMStreamElem.Chunks.Markdown MsgBody.TIMStreamElem.Chunks.IsLast',
		].join(' '),
	},
	OfflinePushInfo: {
		both: [
			'OfflinePushInfo.PushFlag OfflinePushInfo.Title OfflinePushInfo.Desc OfflinePushInfo.Ext',
			'OfflinePushInfo.AndroidInfo OfflinePushInfo.AndroidInfo.Sound OfflinePushInfo.AndroidInfo.HuaWeiChannelID OfflinePushInfo.AndroidInfo.XiaoMiChannelID OfflinePushInfo.AndroidInfo.OPPOChannelID OfflinePushInfo.AndroidInfo.GoogleChannelID OfflinePushInfo.AndroidInfo.VIVOClassification OfflinePushInfo.AndroidInfo.HuaWeiImportance OfflinePushInfo.AndroidInfo.ExtAsHuaweiIntentParam',
			'OfflinePushInfo.ApnsInfo OfflinePushInfo.ApnsInfo.BadgeMode OfflinePushInfo.ApnsInfo.Title OfflinePushInfo.ApnsInfo.SubTitle OfflinePushInfo.ApnsInfo.Image OfflinePushInfo.ApnsInfo.MutableContent',
		].join(' '),
		java: [
			'OfflinePushInfo.AndroidInfo.GoogleImage OfflinePushInfo.AndroidInfo.HonorImage OfflinePushInfo.AndroidInfo.HonorImportance OfflinePushInfo.AndroidInfo.HuaWeiCategory OfflinePushInfo.AndroidInfo.HuaWeiImage OfflinePushInfo.AndroidInfo.PushStyle OfflinePushInfo.AndroidInfo.VIVOCategory',
			'OfflinePushInfo.ApnsInfo.Sound OfflinePushInfo.ApnsInfo.InterruptionLevel OfflinePushInfo.ApnsInfo.ContentAvailable',
		].join(' '),
		source: 'T-77715, CN 269/133879',
		page: [
			'OfflinePushInfo.MultiLanguageContent OfflinePushInfo.MultiLanguageContent.Language OfflinePushInfo.MultiLanguageContent.Title OfflinePushInfo.MultiLanguageContent.Desc',
			'OfflinePushInfo.BadgeAddNum OfflinePushInfo.BadgeSetNum OfflinePushInfo.PushTemplateId OfflinePushInfo.PushTemplateParam OfflinePushInfo.PushTemplateParam.*',
			'OfflinePushInfo.HarmonyInfo OfflinePushInfo.HarmonyInfo.Title OfflinePushInfo.HarmonyInfo.Category OfflinePushInfo.HarmonyInfo.Image OfflinePushInfo.HarmonyInfo.Sound OfflinePushInfo.HarmonyInfo.SoundDuration',
			'OfflinePushInfo.AndroidInfo.OPPOCategory OfflinePushInfo.AndroidInfo.OPPONotifyLevel OfflinePushInfo.AndroidInfo.OPPOPrivateMsgTemplateId OfflinePushInfo.AndroidInfo.OPPOPrivateTitleParameters OfflinePushInfo.AndroidInfo.OPPOPrivateTitleParameters.* OfflinePushInfo.AndroidInfo.OPPOPrivateContentParameters OfflinePushInfo.AndroidInfo.OPPOPrivateContentParameters.*',
			'OfflinePushInfo.AndroidInfo.VIVONotifyType OfflinePushInfo.AndroidInfo.GooglePriority OfflinePushInfo.AndroidInfo.MeiZuNoticeMsgType',
			'OfflinePushInfo.ApnsInfo.IsVoipPush OfflinePushInfo.ApnsInfo.LiveActivity OfflinePushInfo.ApnsInfo.LiveActivity.LaId OfflinePushInfo.ApnsInfo.LiveActivity.Event OfflinePushInfo.ApnsInfo.LiveActivity.ContentState OfflinePushInfo.ApnsInfo.LiveActivity.ContentState.* OfflinePushInfo.ApnsInfo.LiveActivity.DismissalDate',
		].join(' '),
	},
};
