import Taro from '@tarojs/taro';
import { makeReader, type Say } from './reader.ts';

const sayInBrowser: Say = (piece, onEnd) => {
  const utterance = new SpeechSynthesisUtterance(piece);
  utterance.lang = 'zh-CN';
  utterance.rate = 0.9;
  utterance.onend = () => onEnd(true);
  utterance.onerror = () => onEnd(false);
  speechSynthesis.speak(utterance);
  return () => {
    utterance.onend = null;
    utterance.onerror = null;
    speechSynthesis.cancel();
  };
};

/** What is used of 微信同声传译. */
type Plugin = {
  textToSpeech: (wish: {
    lang: 'zh_CN';
    tts: true;
    content: string;
    success: (answer: { filename?: string }) => void;
    fail: () => void;
  }) => void;
};
declare const requirePlugin: (name: 'WechatSI') => Plugin;

const sayInWeChat: Say = (piece, onEnd) => {
  let audio: Taro.InnerAudioContext | undefined;
  let isBrokenOff = false;
  const end = (isSaid: boolean): void => {
    audio?.destroy();
    if (!isBrokenOff) onEnd(isSaid);
  };
  requirePlugin('WechatSI').textToSpeech({
    lang: 'zh_CN',
    tts: true,
    content: piece,
    success: ({ filename }) => {
      if (isBrokenOff) return;
      if (filename === undefined) return end(false);
      // Who asks to be read to wants to hear it, whatever the switch at the side of the phone says.
      Taro.setInnerAudioOption({ obeyMuteSwitch: false }).catch(() => undefined);
      audio = Taro.createInnerAudioContext();
      audio.onEnded(() => end(true));
      audio.onError(() => end(false));
      audio.src = filename;
      audio.play();
    },
    fail: () => end(false),
  });
  return () => {
    isBrokenOff = true;
    audio?.destroy();
  };
};

/** WeChat has a voice only through a plugin that has to be added in its console; a build without it has none. */
const inWeChat = process.env['TARO_APP_READ_ALOUD'] === '' ? undefined : sayInWeChat;
const inBrowser = typeof speechSynthesis === 'undefined' ? undefined : sayInBrowser;
const voice = process.env['TARO_ENV'] === 'weapp' ? inWeChat : inBrowser;

/** Undefined where nothing can be read aloud: then no button offers it. */
export const reader = voice && makeReader(voice);
