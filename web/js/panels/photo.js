import { element } from './markup.js'

const LARGEST = 1600 // pixels: more is not kept

/**
 * The picture as it is looked at, upright and not larger than needed, in Base64: nothing that the camera wrote beside it leaves this
 * computer. @param complaint what is told of a file that is no picture
 */
export async function drawnPhoto(file, complaint) {
  let picture
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    throw Object.assign(new Error(), { detail: complaint })
  }
  const scale = Math.min(1, LARGEST / Math.max(picture.width, picture.height))
  const canvas = element('canvas', { width: String(Math.round(picture.width * scale)), height: String(Math.round(picture.height * scale)) })
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/jpeg', 0.85).split(',')[1]
}
