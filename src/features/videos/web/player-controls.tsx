import { Trans, useLingui } from '@lingui/react/macro';
import {
  Captions,
  CaptionsOff,
  Maximize,
  Minimize,
  Pause,
  PictureInPicture2,
  Play,
  RotateCcw,
  RotateCw,
  Volume2,
  VolumeX,
} from 'lucide-react';
import {
  MediaCaptionsButton,
  MediaFullscreenButton,
  MediaMuteButton,
  MediaPipButton,
  MediaPlayButton,
  MediaPlaybackRateButton,
  MediaSeekBackwardButton,
  MediaSeekForwardButton,
  MediaTimeDisplay,
  MediaTimeRange,
} from 'media-chrome/react';
import type { ReactNode } from 'react';

/** Attributes of media-chrome's elements, whose types know the properties alone. */
type Attributes = Record<string, string | number | boolean>;

/** An icon with its word below, as one face of a media-chrome button. */
function Face({ slot, icon, children }: { slot: string; icon: ReactNode; children: ReactNode }) {
  return (
    <span slot={slot} className="player-face">
      <span aria-hidden="true">{icon}</span>
      <span>{children}</span>
    </span>
  );
}

export interface PlayerControlsProps {
  /** The id of the media-controller that they belong to. */
  controller: string;
  captions: boolean;
  picture: boolean;
  /** 1 is the speed of the recording. */
  rate: number;
}

/**
 * The controls, always in view below the picture, so that they hide neither a face nor captions.
 */
export function PlayerControls(props: PlayerControlsProps) {
  const { controller, captions, picture, rate } = props;
  const { i18n } = useLingui();
  const number = (value: number) => i18n.number(value, { maximumFractionDigits: 2 });
  const belongs: Attributes = { mediacontroller: controller };
  const common: Attributes = { ...belongs, notooltip: true };
  const ten: Attributes = { ...common, seekoffset: 10 };
  const time: Attributes = { ...belongs, showduration: true, notoggle: true };
  return (
    <div className="player-controls">
      <div className="player-time">
        <MediaTimeRange {...belongs} />
        <MediaTimeDisplay {...time} />
      </div>
      <div className="player-rows">
        <div className="player-buttons">
          <MediaSeekBackwardButton {...ten}>
            <Face slot="icon" icon={<RotateCcw />}>
              <Trans>10 s back</Trans>
            </Face>
          </MediaSeekBackwardButton>
          <MediaPlayButton {...common} className="player-play">
            <Face slot="play" icon={<Play fill="currentColor" />}>
              <Trans>Play</Trans>
            </Face>
            <Face slot="pause" icon={<Pause fill="currentColor" />}>
              <Trans>Pause</Trans>
            </Face>
          </MediaPlayButton>
          <MediaSeekForwardButton {...ten}>
            <Face slot="icon" icon={<RotateCw />}>
              <Trans>10 s on</Trans>
            </Face>
          </MediaSeekForwardButton>
        </div>
        <div className="player-buttons">
          <MediaMuteButton {...common} className="player-wide">
            <Face slot="high" icon={<Volume2 />}>
              <Trans>Sound</Trans>
            </Face>
            <Face slot="medium" icon={<Volume2 />}>
              <Trans>Sound</Trans>
            </Face>
            <Face slot="low" icon={<Volume2 />}>
              <Trans>Sound</Trans>
            </Face>
            <Face slot="off" icon={<VolumeX />}>
              <Trans>No sound</Trans>
            </Face>
          </MediaMuteButton>
          {captions && (
            <MediaCaptionsButton {...common} ref={asSwitch}>
              <Face slot="on" icon={<Captions />}>
                <Trans>Captions on</Trans>
              </Face>
              <Face slot="off" icon={<CaptionsOff />}>
                <Trans>Captions off</Trans>
              </Face>
            </MediaCaptionsButton>
          )}
          <MediaPlaybackRateButton {...common} rates={[0.75, 1, 1.25, 1.5]}>
            <Face slot="icon" icon={<span className="player-rate">{number(rate)}×</span>}>
              <Trans>Speed</Trans>
            </Face>
          </MediaPlaybackRateButton>
          {picture && (
            <MediaPipButton {...common} className="player-wide">
              <Face slot="enter" icon={<PictureInPicture2 />}>
                <Trans>Small window</Trans>
              </Face>
              <Face slot="exit" icon={<PictureInPicture2 />}>
                <Trans>Back here</Trans>
              </Face>
            </MediaPipButton>
          )}
          {picture && (
            <MediaFullscreenButton {...common}>
              <Face slot="enter" icon={<Maximize />}>
                <Trans>Whole screen</Trans>
              </Face>
              <Face slot="exit" icon={<Minimize />}>
                <Trans>Smaller</Trans>
              </Face>
            </MediaFullscreenButton>
          )}
        </div>
      </div>
    </div>
  );
}

/** media-chrome calls it a button with `aria-checked`, which only a switch may have. */
function asSwitch(element: HTMLElement | null) {
  element?.setAttribute('role', 'switch');
}
